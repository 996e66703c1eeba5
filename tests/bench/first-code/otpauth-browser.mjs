// Prints the milliseconds from here to the first code.
const start = performance.now();
const { Secret, TOTP } = await import("otpauth/dist/otpauth.esm.js");
const secret = Secret.fromUTF8("12345678901234567890"); // RFC 6238 appendix B
const totp = new TOTP({ secret, digits: 8 });
const code = totp.generate({ timestamp: 59_000 });
const elapsed = performance.now() - start;
if (code !== "94287082") throw new Error("wrong code");
console.log(elapsed);
