// What crosses the boundary, by hand: the emitted types say `any` where we know more. The compiler compares both
// when the module is made (init.ts), and a test that neither has a name that the other lacks.

/** An object in WASM memory. Whoever receives it calls `delete`. */
export interface NativeHandle {
  delete(): void;
}

export interface NativeSecret extends NativeHandle {
  byteLength(): number;
  toBase32(): string;
  toBytes(): Uint8Array<ArrayBuffer>;
  repairs(): string[];
}

export interface NativeOtp extends NativeHandle {
  issuer(): string;
  issuerLabel(): string;
  account(): string;
  algorithm(): string;
  encoder(): string;
  digits(): number;
  period(): number;
  secret(): NativeSecret | null;
}

export interface NativeTotp extends NativeOtp {
  generate(time: number): string;
  verify(token: string, time: number, window: number, lastStep: number, drift: number): number;
  remaining(time: number): number;
  toUri(): string;
}

export interface NativeHotp extends NativeOtp {
  generate(counter: bigint): string;
  verify(token: string, counter: bigint, lookAhead: number): number;
  toUri(counter: bigint): string;
}

export interface NativeQueue extends NativeHandle {
  takeTotp(): NativeTotp | null;
  takeHotp(): NativeHotp | null;
  /** Signed: make it unsigned. */
  counter(): bigint;
}

export interface NativeUriReading extends NativeQueue {
  warnings(): string[];
}

export interface NativeRejection {
  readonly batch: number;
  readonly entry: number;
  readonly name: string;
  readonly error: string;
}

export interface NativeExport extends NativeQueue {
  size(): number;
  seen(): number[];
  rejected(): NativeRejection[];
}

export interface NativeMigration extends NativeHandle {
  addText(text: string): void;
  read(): boolean;
  takeExport(): NativeExport | null;
  addTotp(totp: NativeTotp): void;
  addHotp(hotp: NativeHotp, counter: bigint): void;
  write(): string[] | undefined;
}

export interface NativeQrRequest {
  text: string;
  level: string;
  version: number;
  margin: number;
}

export interface NativeQr {
  readonly size: number;
  readonly modules: Uint8Array<ArrayBuffer>;
}

export type NativeBackupEntry =
  | { readonly canonical: string }
  | { readonly mistyped: true; readonly group: number; readonly typed: string; readonly meant: string };

export interface NativeSealedRequest {
  algorithm: string;
  encoder: string;
  digits: number;
  period: number;
  time: number;
}

/** What a promise of the sealed half becomes; it never rejects. */
export type NativeOutcome<Value> = { readonly value: Value } | { readonly error: string };

export interface NativeCore {
  readonly HEAPU8: Uint8Array<ArrayBuffer>;

  generateSecret(byteLength: number): NativeSecret | null;
  secretFromBase32(text: string, lenient: boolean): NativeSecret | null;
  secretFromHex(text: string): NativeSecret | null;
  secretFromBytes(bytes: string | Uint8Array): NativeSecret | null;

  createTotp(
    secret: NativeSecret,
    issuer: string,
    account: string,
    algorithm: string,
    digits: number,
    period: number,
    encoder: string,
  ): NativeTotp | null;
  createHotp(
    secret: NativeSecret,
    issuer: string,
    account: string,
    algorithm: string,
    digits: number,
  ): NativeHotp | null;

  seal(secret: NativeSecret, algorithm: string): Promise<NativeOutcome<CryptoKey>>;
  sealedGenerate(key: CryptoKey, request: NativeSealedRequest): Promise<NativeOutcome<string>>;
  sealedVerify(
    key: CryptoKey,
    request: NativeSealedRequest,
    token: string,
    window: number,
    lastStep: number,
    drift: number,
  ): Promise<NativeOutcome<number>>;

  readUri(text: string): NativeUriReading | null;
  readonly MigrationHandle: new () => NativeMigration;

  qrModules(request: NativeQrRequest): NativeQr | undefined;
  qrSvg(request: NativeQrRequest, label: string): string;
  qrPath(request: NativeQrRequest): string;
  qrText(request: NativeQrRequest): string;
  qrPng(request: NativeQrRequest, scale: number): Uint8Array<ArrayBuffer> | undefined;

  backupCodes(count: number): string[] | undefined;
  readBackupEntry(typed: string): NativeBackupEntry | undefined;
  findHash(hash: Uint8Array, hashes: Uint8Array): number;

  lastError(): string;
  handlesAlive(): number;
  heapInUse(): number;
}
