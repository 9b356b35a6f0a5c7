// swift-tools-version: 6.2
// The manifest is the first page of the house: its rooms, floor by floor. An arrow that is not here does not
// exist; docs/ARCHITECTURE.md has the same table with reasons, and HouseTests compares the two with the code.

import Foundation
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func test(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: house)
}

/// A door: the one way a C library comes in. Each is opened by exactly one room.
func door(_ name: String, pkgConfig: String?, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// True where pkg-config knows a library.
func isInstalled(_ library: String) -> Bool {
    let question = Process()
    question.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    question.arguments = ["pkg-config", "--exists", library]
    guard (try? question.run()) != nil else { return false }
    question.waitUntilExit()
    return question.terminationStatus == 0
}

var targets: [Target] = [
    // Cellar: values only.
    door("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    room("NetTypes", ["CCrypto"]),

    // Ground floor: the data plane. Synchronous, clockless, no Foundation.
    door("CPcap", pkgConfig: "libpcap", apt: "libpcap-dev"),
    door("CArchive", pkgConfig: "libarchive", apt: "libarchive-dev"),
    door("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    door("CLzma", pkgConfig: "liblzma", apt: "liblzma-dev"),
    door("CYara", pkgConfig: "yara", apt: "libyara-dev"),
    door("CHyperscan", pkgConfig: "libhs", apt: "libhyperscan-dev"),
    door("CFutex", pkgConfig: nil, apt: "libc6-dev"),
    door("CThread", pkgConfig: nil, apt: "libc6-dev"),
    room("Wire", ["NetTypes"]),
    room("Capture", ["NetTypes", "CPcap", "CArchive", "CZlib", "CLzma"]),
    room("Flow", ["NetTypes", "Wire"]),
    room("Ring", ["NetTypes", "CFutex"]),
    door("CHtp", pkgConfig: "htp", apt: "libhtp-dev"),
    door("CNghttp2", pkgConfig: "libnghttp2", apt: "libnghttp2-dev"),
    door("CBrotli", pkgConfig: "libbrotlidec", apt: "libbrotli-dev"),
    door("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),
    door("CGMime", pkgConfig: nil, apt: "libgmime-3.0-dev"),
    door("CMagic", pkgConfig: "libmagic", apt: "libmagic-dev"),
    room(
        "AppLayer",
        [
            "NetTypes", "CArchive", "CBrotli", "CGMime", "CHtp", "CMagic", "CNghttp2", "CZlib", "CZstd",
            .product(name: "SwiftASN1", package: "swift-asn1"),
        ]),
    room("Scan", ["NetTypes", "CHyperscan", "CYara"]),
    room("Sensor", ["NetTypes", "Wire", "Ring", "Capture", "Flow", "AppLayer", "Scan", "CThread"]),

    // Upper floor: the control plane.
    door("CCurl", pkgConfig: "libcurl", apt: "libcurl4-openssl-dev"),
    door("CSodium", pkgConfig: "libsodium", apt: "libsodium-dev"),
    room(
        "Incidents",
        [
            "NetTypes", "CArchive", "CCurl", "CSodium",
            .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "Mustache", package: "swift-mustache"),
        ]),
    room("Rulebook", ["NetTypes", "Capture", "Scan", "Sensor"]),
    room("Drills", ["NetTypes", "Wire", "Capture", "Scan", "Sensor", "Incidents"]),
    door("CNats", pkgConfig: "libnats", apt: "libnats-dev"),
    room("WorkQueue", ["NetTypes", "CNats"]),

    // Front door: reads configuration, wires rooms, maps errors to exit codes.
    door("CClock", pkgConfig: nil, apt: "libc6-dev"),
    door("CPrivileges", pkgConfig: nil, apt: "libc6-dev"),
    door("CSeccomp", pkgConfig: "libseccomp", apt: "libseccomp-dev"),
    .executableTarget(
        name: "haidang",
        dependencies: [
            "NetTypes", "Wire", "Capture", "Flow", "AppLayer", "Scan", "Sensor", "Incidents", "Rulebook",
            "Drills", "WorkQueue", "CClock", "CPrivileges",
            "CSeccomp",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Yams", package: "Yams"),
        ],
        swiftSettings: house),

    // Tests, one folder a room, and the tools that make their inputs.
    .target(
        name: "TestSupport", dependencies: ["NetTypes"], path: "Tests/TestSupport", swiftSettings: house),
    .executableTarget(
        name: "forge", dependencies: ["NetTypes", "TestSupport"], path: "Tests/Forge", swiftSettings: house),
    .executableTarget(
        name: "pour", dependencies: ["NetTypes", "Incidents"], path: "Tests/Pour",
        swiftSettings: house),
    .systemLibrary(name: "CAttempts", path: "Tests/Confined/CAttempts"),
    .executableTarget(
        name: "confined", dependencies: ["CAttempts", "CPrivileges", "CSeccomp"], path: "Tests/Confined",
        exclude: ["CAttempts"], swiftSettings: house),
    .target(name: "CMeter", path: "Tests/Benchmarks/CMeter"),
    .target(name: "CRing", path: "Tests/Benchmarks/CRing"),
    .executableTarget(
        name: "haidang-bench",
        dependencies: [
            "NetTypes", "Wire", "Ring", "Capture", "Flow", "AppLayer", "Scan", "Sensor", "Rulebook",
            "Incidents", "Drills", "CMeter", "CRing",
        ],
        path: "Tests/Benchmarks", exclude: ["CMeter", "CRing"], swiftSettings: house),
    test("NetTypesTests", ["NetTypes"]),
    test("WireTests", ["NetTypes", "Wire"]),
    test("CaptureTests", ["NetTypes", "Capture"]),
    test("FlowTests", ["NetTypes", "Wire", "Flow"]),
    test("RingTests", ["NetTypes", "Ring"]),
    test("AppLayerTests", ["NetTypes", "AppLayer"]),
    test("ScanTests", ["NetTypes", "Scan"]),
    test("SensorTests", ["NetTypes", "Wire", "Capture", "Flow", "Scan", "Sensor"]),
    test("IncidentsTests", ["NetTypes", "Incidents"], exclude: ["Forms/Golden"]),
    test("DrillsTests", ["NetTypes", "Wire", "Capture", "Scan", "Sensor", "Incidents", "Drills"]),
    test("RulebookTests", ["NetTypes", "Capture", "Scan", "Sensor", "Rulebook"]),
    test(
        "CommandTests",
        ["NetTypes", "Capture", "Flow", "AppLayer", "Incidents", "Scan", "Sensor", "haidang"],
        exclude: ["Forms/Golden"]),
    test("WorkQueueTests", ["NetTypes", "WorkQueue"]),
    test("HouseTests", []),
]

// Fuzz targets need libFuzzer's own main, so they exist only when `make fuzz` asks for them.
if ProcessInfo.processInfo.environment["HAIDANG_FUZZ"] != nil {
    targets.append(
        .target(
            name: "FuzzSupport", dependencies: ["NetTypes", "Wire", "AppLayer"],
            path: "Tests/Fuzz/FuzzSupport", swiftSettings: house))
    for name in [
        "FuzzDecode", "FuzzDefragment", "FuzzReassemble", "FuzzApplication", "FuzzHTTP", "FuzzHTTP2",
        "FuzzMail", "FuzzArchive", "FuzzEncoding", "FuzzCertificate",
    ] {
        targets.append(
            .executableTarget(
                name: name,
                dependencies: ["NetTypes", "Wire", "Flow", "AppLayer", "TestSupport", "FuzzSupport"],
                path: "Tests/Fuzz/\(name)", swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]))
    }
}

// The one library that may be missing. Its room then says so to whoever connects (`#if canImport(CNats)`). SwiftPM
// remembers what a manifest said: `swift package purge-cache` after libnats was installed.
if !isInstalled("libnats") {
    targets.removeAll { $0.name == "CNats" }
    for target in targets where target.name == "WorkQueue" { target.dependencies = ["NetTypes"] }
}

// Optimised in a debug build too: tests start the program hundreds of times, and each time it reads all rules.
for target in targets where target.name == "Scan" {
    target.swiftSettings = house + [.unsafeFlags(["-O"], .when(configuration: .debug))]
}

let package = Package(
    name: "haidang",
    products: [.executable(name: "haidang", targets: ["haidang"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: targets
)
