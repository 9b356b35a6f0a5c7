extension ConfigurationKeys {
    /// Case folders.
    static let evidence: [ConfigurationKey] = [
        .text(
            "evidence.key", \.evidenceKey,
            vi:
                "Khóa công khai của đội, để niêm phong đối tượng trong hồ sơ chứng cứ. Trống: không xuất đối tượng.",
            en:
                "The team's public key, for which objects in case folders are sealed. Empty: no objects are exported."
        )
    ]
}
