// The real server as a process of its own, on a free loopback port, with data that goes when the test is over.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const entry = resolve("build/demo/portal/server/main.js");
const startLimit = 20_000; // ms

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
  /** What it has written until now. */
  readonly said: () => string;
}

/** A running portal. `restart` keeps the data and the address. */
export class PortalProcess {
  readonly #data: string;
  readonly #options: readonly string[];
  #running: Running;
  #saidBefore = "";

  private constructor(data: string, options: readonly string[], running: Running) {
    this.#data = data;
    this.#options = options;
    this.#running = running;
  }

  /** @param options - such as "--https" */
  static async start(...options: readonly string[]): Promise<PortalProcess> {
    const data = await mkdtemp(join(tmpdir(), "countersign-portal-"));
    return new PortalProcess(data, options, await launch(data, 0, options));
  }

  get address(): string {
    return this.#running.address;
  }

  /** All that the portal wrote to its terminal. */
  get said(): string {
    return this.#saidBefore + this.#running.said();
  }

  /** Ends the process and starts another one on the same data and port. */
  async restart(): Promise<void> {
    await end(this.#running.child);
    this.#saidBefore = this.said;
    const port = Number(new URL(this.address).port);
    this.#running = await launch(this.#data, port, this.#options);
  }

  async stop(): Promise<void> {
    await end(this.#running.child);
    await rm(this.#data, { recursive: true, force: true });
  }
}

function launch(data: string, port: number, options: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [entry, "--port", String(port), "--data", data, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((done, fail) => {
    let said = "";
    const timer = setTimeout(() => {
      fail(new Error(`The portal didn't start:\n${said}`));
    }, startLimit);
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /is at (https?:\/\/\S+)/u.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      done({ child, address: address.replace(/\/$/u, ""), said: () => said });
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
