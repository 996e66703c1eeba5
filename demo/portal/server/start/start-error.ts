/** Why the portal does not start. */
export type StartErrorCode =
  | "bad-option" // an option or environment variable is not one we know, or out of range
  | "insecure-transport" // plain http in production or on a host that is not loopback
  | "key-absent" // the database was sealed with a key that is not here
  | "key-wrong" // the key is here and is not the one the database was sealed with
  | "key-malformed" // not 32 bytes in base64
  | "key-exposed" // others on this machine can read the key file
  | "not-built"; // the pages' bundle is missing

/** The portal refuses to start. The message names what is wrong and what to do; it never holds a key. */
export class StartError extends Error {
  override readonly name = "StartError";
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
