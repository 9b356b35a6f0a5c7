extension TrafficLight {
    /// The identifier of the marking object of TLP 2.0 for STIX 2.1, as OASIS publishes it among its common objects.
    var markingIdentifier: String {
        let uuid =
            switch self {
            case .red: "e828b379-4e03-4974-9ac4-e53a884c97c1"
            case .amberStrict: "939a9414-2ddd-4d32-a0cd-375ea402b003"
            case .amber: "55d920b0-5e8b-4f79-9ee9-91f868d9b421"
            case .green: "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
            case .clear: "94868c89-83c2-464b-929b-a1a8aa3c8487"
            }
        return "marking-definition--" + uuid
    }

    /// That object. STIX 2.1 itself has only markings of TLP 1, so receivers find it in the bundle.
    var marking: ExportValue {
        .object([
            "type": "marking-definition", "spec_version": "2.1", "id": .text(markingIdentifier),
            "created": "2022-10-01T00:00:00.000Z", "name": .text(label),
            "extensions": .object([
                "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d": .object([
                    "extension_type": "property-extension", "tlp_2_0": .text(rawValue.lowercased()),
                ])
            ]),
        ])
    }
}
