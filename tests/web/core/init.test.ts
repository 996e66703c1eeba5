import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, jest, test } from "@jest/globals";
import { BackupCodes, CountersignError, init, parseUri, QrCode, Secret } from "countersign";
import { createInit, fetchModule, type Loader } from "../../../dist/core/for-tests.js";
import { refusal, rejection } from "./judge.js";
import { importsOf, moduleOf } from "./wasm-module.js";

const wasm = readFileSync("dist/core/core.wasm");
const PAGE = "<!doctype html><title>Start page</title>";

const loader: Loader = { fromUrl: fetchModule, own: () => WebAssembly.compile(wasm) };

/** The error itself, to read its message. */
async function failure(promise: Promise<unknown>): Promise<CountersignError> {
  const error: unknown = await promise.catch((thrown: unknown) => thrown);
  if (error instanceof CountersignError) return error;
  throw new Error("no CountersignError");
}

// First of all, while nothing has called init().
test("before init() every call says what is missing", async () => {
  const calls = [
    () => Secret.generate(),
    () => Secret.fromBase32("GEZDGNBV"),
    () => parseUri("otpauth://"),
    () => QrCode.encode("x"),
  ];
  expect(calls.map(refusal)).toEqual(calls.map(() => "not-initialized"));
  expect(await rejection(BackupCodes.generate())).toBe("not-initialized");
});

describe("init", () => {
  test("finds core.wasm beside itself, and calling it again does nothing", async () => {
    await Promise.all([init(), init(), init({ wasmUrl: "http://localhost:1/never-asked" })]);
    const secret = Secret.generate();
    expect(secret.byteLength).toBe(20);
    await init();
    expect(secret.byteLength).toBe(20);
    secret.dispose();
  });

  test("takes the bytes, a view of them, or the compiled module", async () => {
    const padded = new Uint8Array(wasm.length + 8);
    padded.set(wasm, 4);
    await createInit(loader)({ wasmBinary: new Uint8Array(wasm) });
    await createInit(loader)({ wasmBinary: padded.subarray(4, 4 + wasm.length) });
    await createInit(loader)({ wasmModule: await WebAssembly.compile(wasm) });
    expect(refusal(() => Secret.fromHex("x"))).toBe("invalid-secret");
  });

  test("forgets a failure: the next call tries again", async () => {
    const start = createInit(loader);
    expect(await rejection(start({ wasmBinary: new Uint8Array([0, 1, 2]) }))).toBe("wasm-load-failed");
    await start();
    let tries = 0;
    const flaky = createInit({
      ...loader,
      own: () =>
        (tries += 1) === 1
          ? Promise.reject(new CountersignError("wasm-load-failed", "no network"))
          : loader.own(),
    });
    expect(await rejection(flaky())).toBe("wasm-load-failed");
    await flaky();
    expect(tries).toBe(2);
  });

  const others: [string, () => object][] = [
    ["an empty one", () => moduleOf()],
    ["one that needs other functions", () => moduleOf(["env", "abort"])],
    ["one that needs the same functions and offers none", () => moduleOf(...importsOf(wasm))],
    ["no module", () => ({})],
    ["its bytes", () => new Uint8Array(wasm)],
  ];
  test.each(others)(
    "says so where wasmModule is %s, prints nothing, and can be called again",
    async (_, make) => {
      const printed = (["error", "warn", "log"] as const).map((name) =>
        jest.spyOn(console, name).mockImplementation(() => undefined),
      );
      const start = createInit(loader);
      const error = await failure(start({ wasmModule: make() }));
      expect([error.code, error.message]).toEqual(["wasm-load-failed", expect.stringContaining("version")]);
      expect(error.cause).toBeDefined();
      expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([]);
      for (const spy of printed) spy.mockRestore();
      await start();
      expect(refusal(() => Secret.fromHex("x"))).toBe("invalid-secret");
    },
  );
});

describe("over HTTP", () => {
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === "/core.wasm") response.setHeader("content-type", "application/wasm").end(wasm);
      else if (request.url === "/untyped.wasm") response.end(wasm);
      else if (request.url === "/absent.wasm") response.writeHead(404).end();
      else if (request.url === "/broken.wasm")
        response.writeHead(200, { "content-length": 1000 }).write("x", () => response.destroy());
      else response.setHeader("content-type", "text/html").end(PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });
  afterAll(async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  });

  test.each(["/core.wasm", "/untyped.wasm"])("starts from %s", async (path) => {
    await createInit(loader)({ wasmUrl: new URL(path, origin) });
    await createInit(loader)({ wasmUrl: origin + path });
    expect(refusal(() => Secret.fromHex("x"))).toBe("invalid-secret");
  });

  test("HTML instead of WASM explains itself", async () => {
    const error = await failure(createInit(loader)({ wasmUrl: `${origin}/assets/core.wasm` }));
    expect(error.code).toBe("wasm-load-failed");
    expect(error.message).toContain(`${origin}/assets/core.wasm`);
    expect(error.message).toMatch(/HTML instead of WebAssembly.*wasmUrl/s);
  });

  test("a status that is not OK is named", async () => {
    const error = await failure(createInit(loader)({ wasmUrl: `${origin}/absent.wasm` }));
    expect([error.code, error.message]).toEqual(["wasm-load-failed", expect.stringContaining("404")]);
  });

  test("a file that breaks off, and a server that is not there, are failures that say so", async () => {
    for (const url of [`${origin}/broken.wasm`, "http://127.0.0.1:1/core.wasm"]) {
      const error = await failure(createInit(loader)({ wasmUrl: url }));
      expect([error.code, error.message]).toEqual(["wasm-load-failed", expect.stringContaining(url)]);
      expect(error.cause).toBeDefined();
    }
  });

  const pages: [string, string][] = [
    ["as they are", PAGE],
    ["after a byte order mark", `\ufeff${PAGE}`],
    ["after a line end", `\n  ${PAGE}`],
    ["as XML", '<?xml version="1.0"?><html/>'],
  ];
  test.each(pages)("bytes of HTML explain themselves, too: %s", async (_, page) => {
    const error = await failure(createInit(loader)({ wasmBinary: new TextEncoder().encode(page) }));
    expect(error.message).toContain("HTML instead of WebAssembly");
  });

  test.each(["", "Not found", "version https://git-lfs.github.com/spec/v1"])(
    "what is neither is called so, without blaming the page's policy: %p",
    async (text) => {
      const error = await failure(createInit(loader)({ wasmBinary: new TextEncoder().encode(text) }));
      expect([error.code, error.message]).toEqual([
        "wasm-load-failed",
        `wasmBinary: not WebAssembly, but ${String(text.length)} bytes of something else`,
      ]);
    },
  );

  test("WASM that is damaged cannot be compiled", async () => {
    const error = await failure(createInit(loader)({ wasmBinary: wasm.subarray(0, 1000) }));
    expect(error.message).toContain("wasmBinary: cannot be compiled");
    expect(error.cause).toBeDefined();
  });
});
