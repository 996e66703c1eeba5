// Prints the milliseconds from here to the first code.
const start = performance.now();
const { init, Secret, Totp } = await import("countersign");
await init();
const secret = Secret.fromText("12345678901234567890"); // RFC 6238 appendix B
const totp = new Totp({ secret, digits: 8 });
const code = totp.generate({ time: 59_000 });
const elapsed = performance.now() - start;
if (code !== "94287082") throw new Error("wrong code");
console.log(elapsed);
