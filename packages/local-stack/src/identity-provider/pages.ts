import type { DemoAccount } from './demoAccounts.ts';

/** Escapes text for HTML content and attributes. @internal */
export function escapeHtml(text: string): string {
  return text.replace(
    /[&<>"']/g,
    character => `&#${character.codePointAt(0)};`,
  );
}

// Contrast of every pair of colours below is at least 7:1 (WCAG 2.2, 1.4.6).
const STYLE = `
  :root { color-scheme: light; }
  * { box-sizing: border-box; }
  body { margin: 0; background: #f3f3f3; color: #1c1c1c; font: 1rem/1.5 system-ui, sans-serif; }
  main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: #fff; min-height: 100vh; }
  h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
  h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
  .note { border-left: 4px solid #154273; padding: 0.25rem 0 0.25rem 0.75rem; margin: 1rem 0; }
  ul { list-style: none; margin: 1rem 0 0; padding: 0; display: grid; gap: 0.5rem; }
  button { width: 100%; text-align: left; font: inherit; color: #1c1c1c; background: #fff; border: 2px solid #154273; border-radius: 4px; padding: 0.625rem 0.875rem; cursor: pointer; min-height: 3rem; overflow-wrap: anywhere; }
  button:hover { background: #e8f0f8; }
  button:focus-visible { outline: 3px solid #1c1c1c; outline-offset: 2px; }
  button strong, button span { display: block; }
  .actions button { text-align: center; margin-bottom: 0.5rem; font-weight: 600; }
  code { overflow-wrap: anywhere; }
`;

function buildPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`;
}

function buildAccountButton(account: DemoAccount): string {
  return `<li><button type="submit" name="account" value="${escapeHtml(
    account.id,
  )}">
<strong>${escapeHtml(account.id)}</strong>
<span>${escapeHtml(account.role.nl)}</span>
<span lang="en">${escapeHtml(account.role.en)}</span>
</button></li>`;
}

/**
 * The page on which a demo person is chosen.
 *
 * @param action - where the form goes
 * @param clientName - what the person signs in to
 * @internal
 */
export function buildSignInPage(
  action: string,
  clientName: string,
  accounts: DemoAccount[],
): string {
  const title = `Inloggen bij ${clientName}`;
  return buildPage(
    title,
    `<h1>${escapeHtml(title)}</h1>
<p>Kies als wie u wilt inloggen.</p>
<p lang="en">Choose who you want to sign in as.</p>
<div class="note">
<p>Dit is een demo op deze computer. Er zijn geen wachtwoorden, en alleen deze computer kan hierbij.</p>
<p lang="en">This is a demo on this machine. There are no passwords, and only this machine can reach it.</p>
</div>
<form method="post" action="${escapeHtml(action)}">
<ul>
${accounts.map(buildAccountButton).join('\n')}
</ul>
</form>`,
  );
}

/**
 * Asks whether the person really wants to sign out.
 *
 * @param form - made by oidc-provider, with the id `op.logoutForm`
 * @internal
 */
export function buildSignOutPage(form: string): string {
  return buildPage(
    'Uitloggen',
    `<h1>Wilt u uitloggen?</h1>
<p lang="en">Do you want to sign out?</p>
${form}
<div class="actions">
<button type="submit" form="op.logoutForm" value="yes" name="logout">Uitloggen <span lang="en">Sign out</span></button>
<button type="submit" form="op.logoutForm">Ingelogd blijven <span lang="en">Stay signed in</span></button>
</div>`,
  );
}

/** @internal */
export function buildSignedOutPage(): string {
  return buildPage(
    'Uitgelogd',
    `<h1>U bent uitgelogd</h1>
<p>U kunt dit venster sluiten.</p>
<p lang="en">You have been signed out. You can close this window.</p>`,
  );
}

/**
 * @param code - from OAuth 2.0, e.g. `invalid_request`
 * @internal
 */
export function buildErrorPage(code: string, description: string): string {
  return buildPage(
    'Inloggen is niet gelukt',
    `<h1>Inloggen is niet gelukt</h1>
<p>Ga terug naar het portaal en probeer het opnieuw.</p>
<p lang="en">Signing in did not work. Go back to the portal and try again.</p>
<p><code>${escapeHtml(code)}: ${escapeHtml(description)}</code></p>`,
  );
}
