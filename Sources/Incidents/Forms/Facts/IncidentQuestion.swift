/// What no sensor can know of an incident, and a person has to say with yes or no. Its word is the key of the answer.
public enum IncidentQuestion: String, CaseIterable, Sendable {
    /// Is the system of level 4 or 5, or one of national importance? (QĐ 05/2017/QĐ-TTg article 9)
    case importantSystem = "important_system"
    /// Is its service interrupted, may secrets leak, are important data lost for good, is control lost, or does it spread
    /// to other systems of level 4 or 5? (the same)
    case graveEffect = "grave_effect"
    /// Can the owner not handle it alone? (the same, and TT 20/2017/TT-BTTTT article 9.2.b)
    case beyondCapacity = "beyond_capacity"
    /// Has somebody decided that it is serious, or that it is not? NĐ 331/2026/NĐ-CP does not define the word.
    case serious
    /// May personal data have been harmed? (Luật 91/2025/QH15 article 23)
    case personalData = "personal_data"
    /// Data about where people are, or biometric ones? (NĐ 356/2025/NĐ-CP article 29)
    case sensitivePersonalData = "sensitive_personal_data"
    /// Are there signs of harm to national security or public order, or is it a serious disruption? (NĐ 331 article 31)
    case publicHarm = "public_harm"
}
