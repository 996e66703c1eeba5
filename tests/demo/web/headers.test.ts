import { afterEach, expect, test } from "@jest/globals";
import { closePortals, signIn, testPortal } from "../test-portal.js";

afterEach(closePortals);

test("T37 every page carries the strict policy with Trusted Types, and may not be framed", async () => {
  const portal = await testPortal();
  const rosa = portal.browser();
  await signIn(rosa);
  for (const page of ["/", "/sign-up", "/account/security", "/help", "/no/such/page", "/healthz"]) {
    const { headers } = await rosa.get(page);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "img-src 'self' blob: data:",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html countersign",
    ]);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-resource-policy": "same-origin",
    });
  }
});

test("T38 no page may be stored", async () => {
  const portal = await testPortal();
  const rosa = portal.browser();
  await signIn(rosa);
  for (const page of ["/", "/sign-in", "/account/security", "/no/such/page"]) {
    expect((await rosa.get(page)).headers["cache-control"]).toBe("no-store");
  }
});

test("pages hold no inline script and no inline style, which the policy would refuse", async () => {
  const portal = await testPortal();
  const rosa = portal.browser();
  await signIn(rosa);
  for (const page of ["/", "/account/security", "/account/security?step=explain", "/help"]) {
    const { text } = await rosa.get(page);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="/u);
  }
});
