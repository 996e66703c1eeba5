import { formatMoment } from "../../pages/moments.js";
import { serverNow } from "../page/ticker.js";

export interface BackupCodeText {
  readonly issuer: string;
  readonly account: string;
  /** When the codes were made, in milliseconds since the Unix epoch. */
  readonly made: number;
  readonly codes: readonly string[];
}

/** The codes as a file that still says in a year what it is for. */
export function backupCodeFile({ issuer, account, made, codes }: BackupCodeText): string {
  const lines = [
    `${issuer} backup codes`,
    `For ${account}, made ${formatMoment(made, "date", serverNow())}`,
    "",
    ...codes.map((code, index) => `${String(index + 1).padStart(2)}  ${code}`),
    "",
    "Each code signs you in once. Capitals, spaces and dashes don’t matter.",
    "Turning two-factor authentication off cancels them.",
    "",
  ];
  return lines.join("\r\n");
}

/** Hands a text to the browser as a download. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
