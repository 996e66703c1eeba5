// Everything that is fetched, in one table: name, version, and the hash of what comes.

/** The only compiler whose output is measured and published. */
export const EMSCRIPTEN = "3.1.69";
/** What COUNTERSIGN_EMCC may name besides, first inclusive, second exclusive. */
export const EMSCRIPTEN_ACCEPTED = ["3.1.69", "7.0.0"];

/** Debian 13 packages that make Emscripten run on any x86-64 Linux, its own C library included. */
export const EMSCRIPTEN_PACKAGES = [
  "emscripten",
  "binaryen",
  "clang-19",
  "lld-19",
  "llvm-19",
  "libllvm19",
  "libclang-cpp19",
  "libclang-common-19-dev",
  "llvm-19-linker-tools",
  "libc6",
  "libstdc++6",
  "libgcc-s1",
  "zlib1g",
  "libzstd1",
  "libedit2",
  "libtinfo6",
  "libffi8",
  "libxml2",
  "libz3-4",
  "liblzma5",
  "libicu76",
  "libbsd0",
  "libmd0",
  "node-acorn",
];

/** What is left out of them: half the bytes, for targets and libraries that the core has no use for. */
export const EMSCRIPTEN_UNUSED = [
  "*/wasm64-emscripten", // 64-bit memories
  "*/wasm32-emscripten/pic", // dynamic linking
  "*/wasm32-emscripten/lto/*-mt*", // threads
  ...["emu", "full_es3", "mt", "ofb", "webgl2", "ww"].map((variant) => `*/libGL-${variant}*`), // never asked for
  "*-ww*.a", // wasm workers
  "./usr/share/emscripten/test",
  "./usr/share/doc",
  "./usr/share/man",
  "./usr/lib/llvm-19/bin/llvm-exegesis",
];

/** What a browser without a desktop needs of Debian's own release; the dependencies come along. */
export const CHROMIUM_PACKAGES = ["chromium", "fonts-liberation", "fonts-dejavu-core", "fontconfig-config"];
export const CHROMIUM_UNUSED = [
  "./usr/share/doc",
  "./usr/share/man",
  "./usr/share/locale",
  "./usr/share/icons",
];

/**
 * Sources of libraries. `debian` names a Debian 13 source or binary package, `python` a source distribution
 * that carries the library; `folder` is where the sources are inside.
 */
export const SOURCES = [
  {
    name: "qrencode",
    version: "4.1.1",
    debianSource: "qrencode",
    file: "qrencode_4.1.1.orig.tar.bz2",
    sha256: "e455d9732f8041cf5b9c388e345a641fd15707860f928e94507b1961256a6923",
    folder: "qrencode-4.1.1",
  },
  {
    name: "googletest",
    version: "1.16.0",
    debianPackage: "googletest",
    file: "googletest_1.16.0-1_all.deb",
    sha256: "61fa1c7592dd93ec88ba0e574ef4ca5bc33c4908ad4545ef4b987ead120fc847",
    folder: "usr/src/googletest",
    testsOnly: true,
  },
];
