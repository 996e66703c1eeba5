// Where the portal may be reached, and what its cookie is called there.
import { StartError } from "../start/start-error.js";

/** Names under which a browser on the same machine reaches it, as they stand in a Host header. */
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"] as const;

export interface Transport {
  readonly https: boolean;
  readonly scheme: "http" | "https";
  /** Host names, without port, whose requests are answered; all others are refused (DNS rebinding). */
  readonly hosts: ReadonlySet<string>;
  readonly cookieName: "cs_session" | "__Host-cs_session";
}

/**
 * Decides cookie and hosts. Plain http is for trying the demo on one's own machine: WebKit refuses Secure cookies there.
 *
 * @param host - the host to listen on, such as "127.0.0.1", "::1" or "portal.example"
 * @throws StartError "insecure-transport" for http in production, or on a host that is not loopback
 */
export function chooseTransport(options: { https: boolean; host: string; production: boolean }): Transport {
  const host = options.host.includes(":") ? `[${options.host}]` : options.host.toLowerCase();
  const hosts = new Set<string>([...LOOPBACK, host]);
  if (options.https) return { https: true, scheme: "https", hosts, cookieName: "__Host-cs_session" };
  if (options.production) {
    throw new StartError(
      "insecure-transport",
      "Plain http is refused with NODE_ENV=production. Start with --https.",
    );
  }
  if (hosts.size > LOOPBACK.length) {
    throw new StartError(
      "insecure-transport",
      `Plain http is refused on ${options.host}: sessions could be read on the way. Start with --https, or on 127.0.0.1.`,
    );
  }
  return { https: false, scheme: "http", hosts, cookieName: "cs_session" };
}
