import { type IncomingHttpHeaders, request as httpRequest } from "node:http";
import { type RequestOptions, request as httpsRequest } from "node:https";
import type { FastifyInstance } from "fastify";

export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as JSON; empty where it is something else. */
  readonly json: Readonly<Record<string, unknown>>;
}

type Fields = Readonly<Record<string, string>>;

/** A browser's part in a test, over a real connection: keeps cookies, reads form tokens from pages, names its origin. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Sent as Host, whatever the port really is; the origin is made from it. */
  host = "127.0.0.1:4000";
  userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  readonly #certificate: string | undefined;
  #csrf = "";
  #app: FastifyInstance;

  /** @param certificate - speaks https, and trusts this certificate alone */
  constructor(app: FastifyInstance, certificate?: string) {
    this.#app = app;
    this.#certificate = certificate;
  }

  /** The portal was started anew; cookies stay, as they do in a browser. */
  reconnect(app: FastifyInstance): void {
    this.#app = app;
  }

  /** The form token of the page that was opened last. */
  get csrf(): string {
    return this.#csrf;
  }

  async get(path: string, headers: Fields = {}): Promise<Answer> {
    return await this.#send("GET", path, { accept: "text/html", ...headers });
  }

  /** Posts as the page's script does, with the token of the page that was opened last. */
  async post(path: string, fields: Fields): Promise<Answer> {
    return await this.submit(path, fields, { accept: "application/json" });
  }

  /** Posts as a form without script. */
  async submit(path: string, fields: Fields, headers: Fields = {}): Promise<Answer> {
    const scheme = this.#certificate === undefined ? "http" : "https";
    const own = {
      accept: "text/html",
      origin: `${scheme}://${this.host}`,
      "content-type": "application/x-www-form-urlencoded",
    };
    const body = new URLSearchParams({ csrf: this.#csrf, ...fields }).toString();
    return await this.#send("POST", path, { ...own, ...headers }, body);
  }

  async #send(method: string, path: string, headers: Fields, body?: string): Promise<Answer> {
    const address = this.#app.server.address();
    if (address === null || typeof address === "string") throw new Error("the portal does not listen");
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await exchange(
      {
        host: "127.0.0.1",
        port: address.port,
        method,
        path,
        agent: false,
        ...(this.#certificate !== undefined && { ca: this.#certificate }),
        headers: {
          host: this.host,
          "user-agent": this.userAgent,
          ...(cookie !== "" && { cookie }),
          ...(body !== undefined && { "content-length": String(Buffer.byteLength(body)) }),
          ...headers,
        },
      },
      this.#certificate === undefined ? httpRequest : httpsRequest,
      body,
    );
    this.#keepCookies(answer.headers["set-cookie"] ?? []);
    const token = /name="csrf" value="([^"]*)"/u.exec(answer.text)?.[1];
    if (token !== undefined) this.#csrf = token;
    return answer;
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/u.exec(line) ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function exchange(
  options: RequestOptions,
  send: typeof httpRequest | typeof httpsRequest,
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send(options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const bytes = Buffer.concat(chunks);
        const text = bytes.toString("utf8");
        const isJson = response.headers["content-type"]?.startsWith("application/json") ?? false;
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          headers: response.headers,
          text,
          bytes,
          json: isJson ? (JSON.parse(text) as Readonly<Record<string, unknown>>) : {},
        });
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}
