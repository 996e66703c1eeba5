import { expect, test } from "@jest/globals";
import { textField, tickField } from "../../../demo/portal/server/web/form.js";

test.each([
  ["a text", { code: "123" }, "123"],
  ["an absent field", {}, ""],
  ["a doubled field", { code: ["1", "2"] }, ""],
  ["a number", { code: 123 }, ""],
  ["no body", undefined, ""],
  ["a list", ["code"], ""],
  ["a field that every object has", Object.create({ code: "inherited" }), ""],
  ["an endless text", { code: "x".repeat(1_000_000) }, "x".repeat(2048)],
])("reads %s", (_what, body, expected) => {
  expect(textField(body, "code")).toBe(expected);
});

test.each([
  ["yes", true],
  ["on", true],
  [true, true],
  ["", false],
  ["no", false],
  [false, false],
  [undefined, false],
  [["yes"], false],
])("a tick of %p is %p", (saved, expected) => {
  expect(tickField({ saved }, "saved")).toBe(expected);
});
