import { beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Person } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

const stage = setStage();
let rosa: Person;

beforeAll(async () => {
  rosa = await stage.person("rosa");
  await rosa.signUp();
  await rosa.openSetUp();
});

beforeEach(async () => {
  await rosa.codeInput.fill("");
});

const boxes = async (): Promise<string> =>
  (await rosa.page.locator(".cs-code__slot").allTextContents()).join("");
const active = async (): Promise<number> =>
  await rosa.page
    .locator(".cs-code__slot")
    .evaluateAll((slots) => slots.findIndex((slot) => slot.classList.contains("is-active")));

test.each([
  ["123456", "123456"],
  ["123 456", "123456"],
  ["123-456", "123456"],
  [" 123\u00a0456\n", "123456"],
  ["Your code is 123456", "123456"],
  ["１２３４５６", "123456"],
  ["١٢٣٤٥٦", "123456"],
])("T42 pasting %j fills the whole field", async (text, expected) => {
  await rosa.paste(rosa.codeInput, text);
  expect(await boxes()).toBe(expected);
  expect(await rosa.codeInput.inputValue()).toBe(expected);
});

test("T42 seven pasted digits aren't cut to six that look right", async () => {
  await rosa.paste(rosa.codeInput, "1234567");
  await rosa.message.getByText("A code has 6 digits.").waitFor();
  expect(await rosa.codeInput.getAttribute("aria-invalid")).toBe("true");
  await rosa.page.keyboard.type("4");
  expect(await boxes()).toBe("4");
});

test("a seventh typed digit goes nowhere, and Backspace takes one digit at a time", async () => {
  await rosa.codeInput.pressSequentially("1234567");
  expect(await boxes()).toBe("123456");
  for (const left of ["12345", "1234", "123"]) {
    await rosa.page.keyboard.press("Backspace");
    expect(await boxes()).toBe(left);
  }
  expect(await active()).toBe(3);
});

test("letters typed into the field leave it as it was", async () => {
  await rosa.codeInput.pressSequentially("1a2b");
  expect(await boxes()).toBe("12");
});

test("a press on a box goes to that box, or to the next free one", async () => {
  await rosa.codeInput.pressSequentially("123");
  const slots = rosa.page.locator(".cs-code__slot");
  const press = async (index: number): Promise<void> => {
    const box = await slots.nth(index).boundingBox();
    if (box === null) throw new Error("The box isn't drawn.");
    await rosa.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  };
  await press(1);
  expect(await active()).toBe(1);
  await press(5);
  expect(await active()).toBe(3);
});

test("T48 T49 T51 it is one input with one name, one tab stop and the attributes that browsers look for", async () => {
  const inputs = rosa.page.locator("form[data-code-form] .cs-code input");
  expect(await inputs.count()).toBe(1);
  const attributes = await inputs.evaluate((input) =>
    Object.fromEntries([...input.attributes].map(({ name, value }) => [name, value])),
  );
  expect(attributes).toMatchObject({
    type: "text",
    inputmode: "numeric",
    autocomplete: "one-time-code",
    autocapitalize: "none",
    spellcheck: "false",
    enterkeyhint: "done",
    "aria-describedby": "code-message",
  });
  expect(attributes).not.toHaveProperty("maxlength");
  expect(await rosa.page.locator(".cs-code__slots").getAttribute("aria-hidden")).toBe("true");
  expect(await rosa.page.locator("form[data-code-form] input[type=password]").count()).toBe(0);
  expect(await rosa.page.getByRole("textbox", { name: "Enter verification code" }).count()).toBe(1);
});

test("R67 Verify waits for code and tick, and says what is still needed", async () => {
  const verify = rosa.page.getByRole("button", { name: "Verify" });
  const saved = rosa.page.locator("input[name=saved]");
  const why = rosa.page.locator("#why");
  expect(await why.textContent()).toBe(
    "Still needed: the code from your app, and the tick that your codes are saved.",
  );
  await rosa.codeInput.pressSequentially("4829");
  expect(await why.textContent()).toBe("Still needed: 2 digits, and the tick that your codes are saved.");
  await saved.check();
  expect(await why.textContent()).toBe("Still needed: 2 digits.");
  await verify.click({ force: true });
  expect(new URL(rosa.page.url()).pathname).toBe("/account/security/enroll");
  expect(await verify.getAttribute("aria-disabled")).toBe("true");
  await rosa.codeInput.pressSequentially("13");
  expect(await why.textContent()).toBe("");
  expect(await verify.getAttribute("aria-disabled")).toBeNull();
  await saved.uncheck();
  expect(await verify.getAttribute("aria-disabled")).toBe("true");
});

test("T44 a refusal is a status message, and nothing moves while it comes and goes", async () => {
  await rosa.drawn();
  await rosa.scan();
  const dialog = rosa.page.getByRole("dialog");
  const saved = rosa.page.locator("input[name=saved]");
  await saved.check();
  const before = [await dialog.boundingBox(), await saved.boundingBox()];
  await rosa.codeInput.fill(rosa.wrongCode());
  await rosa.page.getByRole("button", { name: "Verify" }).click();
  await rosa.message.getByText("That code isn’t correct.").waitFor();
  expect(await rosa.message.getAttribute("role")).toBe("status");
  expect([await dialog.boundingBox(), await saved.boundingBox()]).toEqual(before);
  expect(await rosa.codeInput.evaluate((input) => document.activeElement === input)).toBe(true);
  await rosa.page.keyboard.type("7");
  expect(await boxes()).toBe("7");
  expect(await rosa.codeInput.getAttribute("aria-invalid")).toBeNull();
});
