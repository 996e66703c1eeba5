import { type OtpAccount, Totp } from "countersign";

/** An account as the files in tests/vectors describe it. Disposes of it. */
export function described({ otp, counter }: OtpAccount): Record<string, unknown> {
  const secret = otp.copySecret();
  try {
    const { issuer, account, algorithm, digits, issuerLabel } = otp;
    return {
      type: otp instanceof Totp ? "totp" : "hotp",
      issuer,
      account,
      secret: secret.toBase32(),
      algorithm,
      digits,
      ...(issuerLabel === "" ? {} : { issuerLabel }),
      ...(otp instanceof Totp ? { period: otp.period } : { counter: String(counter) }),
      ...(otp instanceof Totp && otp.encoder === "steam" ? { encoder: "steam" } : {}),
    };
  } finally {
    secret.dispose();
    otp.dispose();
  }
}
