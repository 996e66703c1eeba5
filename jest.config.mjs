// One project for each kind of test. ES modules as they are; types are checked by tsc, not here.
const shared = {
  transform: { "^.+\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2022" } }] },
  extensionsToTreatAsEsm: [".ts"],
  // Imports between our own .ts files are written with the ending that they have after the build.
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  modulePathIgnorePatterns: ["<rootDir>/build/", "<rootDir>/dist/package.json"],
  testPathIgnorePatterns: ["/node_modules/", "<rootDir>/build/"],
};

const project = (name, testMatch, more = {}) => ({
  displayName: name,
  testEnvironment: "node",
  testMatch: testMatch.map((pattern) => `<rootDir>/tests/${pattern}`),
  ...shared,
  ...more,
});

// Hashing backup codes slowly, and asking Web Crypto often, takes seconds where the machine is busy.
const unhurried = { testTimeout: 30_000 };

const dom = "web/**/*.dom.test.ts";

export default {
  projects: [
    project("web", ["web/**/!(*.dom).test.ts"], unhurried),
    // As a bundler would resolve "countersign": the browser's entry, not Node's.
    project("web-dom", [dom], {
      testEnvironment: "jsdom",
      testEnvironmentOptions: { customExportConditions: ["browser"] },
    }),
    // Judges of the native core that are not C++: OpenSSL by node:crypto, a QR reader.
    project("judges", ["cpp/**/*.test.ts"]),
    project("tools", ["tools/**/*.test.mjs"]),
    project("demo", ["demo/**/*.test.ts"]),
    project("package", ["package/**/*.test.ts"]),
    project("consumers", ["consumers/**/*.test.ts"]),
    project("browser", ["browser/**/*.test.ts"]),
  ],
};
