import { parseArgs } from "node:util";
import { StartError } from "./start-error.js";

export interface StartOptions {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  readonly https: boolean;
  /** Folder of database, key and certificate; undefined for the demo's own. */
  readonly data?: string | undefined;
}

export const USAGE = `Options:
  --port NUMBER  port to listen on, 0 for any free one (4000)
  --host NAME    host to listen on (127.0.0.1); any other than loopback needs --https
  --https        serve https with a local certificate
  --data FOLDER  where database, key and certificate are kept (demo/portal/data)`;

const DEFAULT_PORT = 4000;

/** @throws StartError "bad-option" that names the option */
export function readOptions(args: readonly string[]): StartOptions {
  const { port, host, https, data } = parse(args);
  const number = port === undefined ? DEFAULT_PORT : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535 || port?.trim() === "") {
    throw new StartError(
      "bad-option",
      `--port must be a whole number from 0 to 65535, not "${port ?? ""}".\n${USAGE}`,
    );
  }
  return { port: number, host: host ?? "127.0.0.1", https: https ?? false, data };
}

function parse(args: readonly string[]): { port?: string; host?: string; https?: boolean; data?: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: "string" },
        host: { type: "string" },
        https: { type: "boolean" },
        data: { type: "string" },
      },
    });
    return values;
  } catch (error) {
    throw new StartError("bad-option", `${String(error)}\n${USAGE}`);
  }
}
