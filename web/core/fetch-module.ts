import { compile, loadFailed } from "./init.js";

/** @throws CountersignError "wasm-load-failed", with what came back instead */
export async function fetchModule(url: string | URL): Promise<WebAssembly.Module> {
  const address = String(url);
  // Within the chain, so that an engine without fetch fails in the same way.
  const asked = Promise.resolve().then(() => fetch(url));
  const response = await asked.catch((cause: unknown) => {
    throw loadFailed(
      `${address}: cannot be fetched. Content-Security-Policy must allow it in connect-src.`,
      cause,
    );
  });
  if (!response.ok) throw loadFailed(`${address}: HTTP status ${response.status} instead of WebAssembly`);
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw loadFailed(`${address}: broke off while it was fetched`, cause);
  });
  return await compile(bytes, address);
}
