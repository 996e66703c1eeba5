import { X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { join } from "node:path";
import { generate } from "selfsigned";
import { HOUR } from "../clock.js";

const DAY = 24 * HOUR;
/** Browsers refuse server certificates that last longer than 398 days. */
const LIFETIME = 397 * DAY;
const RENEW_BEFORE_END = 7 * DAY;
const OWNER_ONLY = 0o600;

/**
 * A certificate for this machine, made once and renewed a week before it ends; browsers ask whether to trust it.
 *
 * @param folder - where certificate.pem and certificate-key.pem (mode 0600) are kept
 * @param host - a name beside localhost, 127.0.0.1 and ::1 that it is good for
 */
export async function localCertificate(
  folder: string,
  host: string,
  now: number,
): Promise<{ key: string; cert: string }> {
  const files = { key: join(folder, "certificate-key.pem"), cert: join(folder, "certificate.pem") };
  const kept = await Promise.all([readFile(files.key, "utf8"), readFile(files.cert, "utf8")]).catch(
    () => undefined,
  );
  if (kept !== undefined && isGood(kept[1], host, now)) return { key: kept[0], cert: kept[1] };
  const made = await generate([{ name: "commonName", value: "Fernhill demo" }], {
    keyType: "ec",
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now - DAY + LIFETIME),
    extensions: [
      { name: "basicConstraints", cA: false },
      { name: "keyUsage", digitalSignature: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames: alternativeNames(host) },
    ],
  });
  await writeFile(files.key, made.private, { mode: OWNER_ONLY });
  await writeFile(files.cert, made.cert, { mode: OWNER_ONLY });
  return { key: made.private, cert: made.cert };
}

function isGood(pem: string, host: string, now: number): boolean {
  const certificate = new X509Certificate(pem);
  const named = isAddress(host) ? certificate.checkIP(host) : certificate.checkHost(host);
  return named !== undefined && Date.parse(certificate.validTo) - RENEW_BEFORE_END > now;
}

function alternativeNames(host: string): ({ type: 2; value: string } | { type: 7; ip: string })[] {
  const addresses = new Set(["127.0.0.1", "::1", ...(isAddress(host) ? [host] : [])]);
  const names = new Set(["localhost", ...(isAddress(host) ? [] : [host])]);
  return [
    ...[...names].map((value) => ({ type: 2, value }) as const),
    ...[...addresses].map((ip) => ({ type: 7, ip }) as const),
  ];
}

function isAddress(host: string): boolean {
  return isIP(host) !== 0;
}
