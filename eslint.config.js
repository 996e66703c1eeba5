import eslint from "@eslint/js";
import jest from "eslint-plugin-jest";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["build/", "dist/", "docs/api/", "node_modules/", "screenshots/", "tests/consumers/fixtures/"] },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // Read by their tools alone, so they are in no project of ours.
        projectService: { allowDefaultProject: ["demo/portal/vite.config.ts", "bindings/*.d.ts"] },
      },
    },
    rules: {
      // A number in a template is what a person reads; the rule guards against objects.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  {
    files: ["web/core/**/*.ts"],
    // Callers without types pass anything: what becomes text at the boundary is made text there.
    rules: { "@typescript-eslint/no-unnecessary-type-conversion": "off" },
  },
  {
    files: ["tests/**/*.test.ts", "tests/**/*.test.mjs"],
    ...jest.configs["flat/recommended"],
    rules: {
      ...jest.configs["flat/recommended"].rules,
      // Shared judges assert on behalf of the test that calls them.
      "jest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert"] }],
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: {
        AbortSignal: "readonly",
        Buffer: "readonly",
        clearInterval: "readonly",
        clearTimeout: "readonly",
        console: "readonly",
        crypto: "readonly",
        fetch: "readonly",
        performance: "readonly",
        process: "readonly",
        setInterval: "readonly",
        setTimeout: "readonly",
        TextDecoder: "readonly",
        TextEncoder: "readonly",
        URL: "readonly",
        WebAssembly: "readonly",
      },
    },
  },
  {
    files: ["bindings/*.js"],
    // Pieces of the glue, which has more of them.
    languageOptions: { globals: { Module: "readonly" } },
    rules: { "no-unused-vars": "off" },
  },
);
