// What crosses the boundary, by hand: the emitted types say `any` where we know more. The compiler compares both when
// the module is made (init.ts), and a test that neither has a name that the other lacks.
//
// Plain values only. An object in WASM memory is a number, 0 for none; a list is a text with separators. Where a call
// gives nothing (0, -1 or empty text, as bindings/ says of each), lastError() says why.

/** A key in WASM memory, owned by a Held. */
export type SecretHandle = number;
/** An account with its key in WASM memory, owned by a Held. */
export type OtpHandle = number;

/** Numbers of otp_number() and otp_text(), bindings/otps.h. */
export const OtpFact = { type: 0, algorithm: 1, encoder: 2, digits: 3, period: 4 } as const;
export const OtpName = { issuer: 0, issuerLabel: 1, account: 2 } as const;
/** Numbers of OtpType, cpp/account/account.h. */
export const OtpType = { totp: 0, hotp: 1 } as const;
/** Numbers of draw_qr(), bindings/pictures.h. */
export const QrText = { svg: 0, path: 1, terminal: 2 } as const;

export interface NativeCore {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;

  // The hot path, without Embind; see bindings/codes.h.
  _tokenAddress(): number;
  _totpCode(otp: OtpHandle, time: number): number;
  _hotpCode(otp: OtpHandle, counter: bigint): number;
  _totpVerify(
    otp: OtpHandle,
    tokenLength: number,
    time: number,
    window: number,
    lastStep: number,
    drift: number,
  ): number;
  _hotpVerify(otp: OtpHandle, tokenLength: number, counter: bigint, lookAhead: number): number;
  putToken(token: string): number;
  steamText(code: number): string;

  generateSecret(byteLength: number): SecretHandle;
  secretFromBase32(text: string, lenient: boolean): SecretHandle;
  secretFromHex(text: string): SecretHandle;
  secretFromBytes(bytes: string | Uint8Array): SecretHandle;
  secretLength(secret: SecretHandle): number;
  secretAddress(secret: SecretHandle): number;
  secretBase32(secret: SecretHandle): string;
  releaseSecret(secret: SecretHandle): void;

  createOtp(
    type: number,
    secret: SecretHandle,
    issuer: string,
    account: string,
    algorithm: number,
    encoder: number,
    digits: number,
    period: number,
  ): OtpHandle;
  otpNumber(otp: OtpHandle, fact: number): number;
  otpText(otp: OtpHandle, name: number): string;
  /** Signed: make it unsigned. */
  otpCounter(otp: OtpHandle): bigint;
  otpSecret(otp: OtpHandle): SecretHandle;
  otpUri(otp: OtpHandle, counter: bigint): string;
  otpRemaining(otp: OtpHandle, time: number): number;
  releaseOtp(otp: OtpHandle): void;

  /** These never reject: they become what they are for, or the name of an error. See bindings/sealed.h. */
  seal(secret: SecretHandle, algorithm: number): Promise<CryptoKey | string>;
  sealedGenerate(
    key: CryptoKey,
    algorithm: number,
    encoder: number,
    digits: number,
    period: number,
    time: number,
  ): Promise<number | string> | undefined;
  /** Null for what is no code. */
  sealedVerify(
    key: CryptoKey,
    algorithm: number,
    encoder: number,
    digits: number,
    period: number,
    time: number,
    token: string,
    window: number,
    lastStep: number,
    drift: number,
  ): Promise<number | string> | null | undefined;
  /** The bindings call these, nobody else. */
  _sealedResume(coroutine: number): number;
  _sealedEnd(coroutine: number): void;

  readUri(text: string): OtpHandle;
  addMigrationText(text: string): void;
  readMigration(): number;
  takeMigrated(index: number): OtpHandle;
  migrationBatch(index: number): string;
  migrationRejected(index: number, entry: number): string;
  addMigrationAccount(otp: OtpHandle, counter: bigint): void;
  writeMigration(): string;
  clearMigration(): void;

  drawQr(kind: number, text: string, level: number, version: number, margin: number, label: string): string;
  qrModules(text: string, level: number, version: number, margin: number): number;
  qrPng(text: string, level: number, version: number, margin: number, scale: number): number;

  backupCodes(count: number): string;
  readBackupEntry(typed: string): string;
  findHash(hash: Uint8Array, hashes: Uint8Array): number;

  outputAddress(): number;
  clearOutput(): void;
  lastError(): string;
  lastWarnings(): string;
  handlesAlive(): number;
  heapInUse(): number;
}
