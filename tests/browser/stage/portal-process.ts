// The real server as a process of its own, on a free loopback port, with data that goes when the test is over.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const entry = resolve("build/demo/portal/server/main.js");
const startLimit = 20_000; // ms

/** A running portal. `restart` keeps the data and the address. */
export class PortalProcess {
  readonly #data: string;
  #process: ChildProcess;
  readonly address: string;

  private constructor(data: string, process: ChildProcess, address: string) {
    this.#data = data;
    this.#process = process;
    this.address = address;
  }

  static async start(): Promise<PortalProcess> {
    const data = await mkdtemp(join(tmpdir(), "countersign-portal-"));
    const { child, address } = await launch(data, 0);
    return new PortalProcess(data, child, address);
  }

  /** Ends the process and starts another one on the same data and port. */
  async restart(): Promise<void> {
    await end(this.#process);
    const { child } = await launch(this.#data, Number(new URL(this.address).port));
    this.#process = child;
  }

  async stop(): Promise<void> {
    await end(this.#process);
    await rm(this.#data, { recursive: true, force: true });
  }
}

function launch(data: string, port: number): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [entry, "--port", String(port), "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((done, fail) => {
    let said = "";
    const timer = setTimeout(() => {
      fail(new Error(`The portal didn't start:\n${said}`));
    }, startLimit);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /is at (http:\/\/\S+)/u.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      done({ child, address: address.replace(/\/$/u, "") });
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`The portal ended with ${String(code)}:\n${said}`));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once("exit", () => {
      done();
    });
    child.kill("SIGTERM");
  });
}
