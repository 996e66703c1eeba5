/** Characters of a field; a longer one is cut off here, which no valid value reaches. */
const MAX_FIELD = 2048;

/** A text field of a posted form or JSON body; "" where it is absent, doubled or not text. */
export function textField(body: unknown, name: string): string {
  const value = fieldOf(body, name);
  return typeof value === "string" ? value.slice(0, MAX_FIELD) : "";
}

/** A tick: "yes" from our forms, "on" from one without a value, true from JSON. */
export function tickField(body: unknown, name: string): boolean {
  const value = fieldOf(body, name);
  return value === true || value === "yes" || value === "on";
}

function fieldOf(body: unknown, name: string): unknown {
  if (typeof body !== "object" || body === null || !Object.hasOwn(body, name)) return undefined;
  return (body as Readonly<Record<string, unknown>>)[name];
}
