import { expect, test } from "@jest/globals";
import { wasmFlags } from "../../../tools/steps/wasm.mjs";

const qrencode = "-DFETCHCONTENT_SOURCE_DIR_QRENCODE=/cache/qrencode-4.1.1";
const googletest = "-DFETCHCONTENT_SOURCE_DIR_GOOGLETEST=/cache/googletest-1.16.0";

test("npm start and npm test build the same core.wasm, so that going from one to the other compiles nothing", () => {
  expect(wasmFlags([qrencode, googletest])).toEqual(wasmFlags([qrencode]));
});

test("the folder that --qrencode names takes the place of the pinned libqrencode", () => {
  expect(wasmFlags([qrencode, googletest], "/own/qrencode")).toEqual([
    "-DFETCHCONTENT_SOURCE_DIR_QRENCODE=/own/qrencode",
  ]);
});

test("where the pinned sources are CMake's to fetch, nothing is said about them", () => {
  expect(wasmFlags([])).toEqual([]);
});
