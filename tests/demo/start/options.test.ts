import { expect, test } from "@jest/globals";
import { readOptions } from "../../../demo/portal/server/start/options.js";

test("without options it listens on 127.0.0.1:4000 over http", () => {
  expect(readOptions([])).toEqual({ port: 4000, host: "127.0.0.1", https: false, data: undefined });
});

test("reads all of its options", () => {
  expect(readOptions(["--port", "0", "--host", "localhost", "--https", "--data", "here"])).toEqual({
    port: 0,
    host: "localhost",
    https: true,
    data: "here",
  });
});

test.each([
  ["--port", ["--port", "65536"]],
  ["--port", ["--port", "-1"]],
  ["--port", ["--port=8o"]],
  ["--port", ["--port="]],
  ["--prot", ["--prot", "80"]],
])("an error names %s in %j", (name, args) => {
  expect(() => readOptions(args)).toThrow(name);
});
