import { html } from "ghtml";
import { centered, inside, page } from "./layout.js";
import type { HelpModel } from "./models.js";

const answers = html`<section class="cs-panel fh-answer" id="app" aria-labelledby="app-title">
    <h2 class="cs-title cs-title--section" id="app-title">How do I get an authenticator app?</h2>
    <p>
      Any app for time-based codes works: Google Authenticator, Microsoft Authenticator, Authy or 1Password.
      Install it from the App Store or Google Play, never from a search result or an advertisement. Most are
      free.
    </p>
  </section>
  <section class="cs-panel fh-answer" id="no-phone" aria-labelledby="no-phone-title">
    <h2 class="cs-title cs-title--section" id="no-phone-title">I have no smartphone</h2>
    <p>
      An authenticator on a computer works as well: 1Password and other password managers make the same codes.
      Where you may not install programs at work, ask your IT team to install one for you.
    </p>
  </section>
  <section class="cs-panel fh-answer" id="signal" aria-labelledby="signal-title">
    <h2 class="cs-title cs-title--section" id="signal-title">Does it need signal?</h2>
    <p>
      No signal and no internet. The app makes the codes on the device from its clock; each lasts 30 seconds.
      Someone who knows or guesses your password still can’t sign in without one.
    </p>
  </section>
  <section class="cs-panel fh-answer" id="lost" aria-labelledby="lost-title">
    <h2 class="cs-title cs-title--section" id="lost-title">I lost or changed my phone</h2>
    <p>
      Sign in with a backup code. Then turn two-factor authentication off under Security and on again with the
      new phone; that cancels the old phone and the old sheet of codes. Afterwards delete the Fernhill entry
      in the old app.
    </p>
    <p>Without the phone and without a backup code nobody can sign in to the account, and we can’t either.</p>
  </section>`;

/** GET /help */
export function renderHelp(model: HelpModel): string {
  const main = `<h1 class="cs-title cs-title--page">Help with <span class="cs-nowrap">two-factor</span> authentication</h1>${answers}`;
  const body =
    model.user === undefined
      ? centered(
          model,
          `<div class="fh-help cs-stack">${main}</div>`,
          '<p><a href="/sign-in">Sign in</a></p>',
        )
      : inside(model, model.user, "help", main);
  return page(model, "Help", body);
}
