/** The page under `/account`: where the links of invitations and password resets lead. It chooses a password and nothing else. */
import { createHash, randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { chooseLanguage, say, textOf } from '../../core/messages.js';

const INVITE =
  'mutation AcceptInvitation($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { __typename } }';
const RESET =
  'mutation CompletePasswordReset($token: String!, $password: String!) { completePasswordReset(token: $token, password: $password) { __typename } }';

/** What the page sends, by its hash: a server that runs registered documents only runs these as well. */
export const accountDocuments: ReadonlyMap<string, string> = new Map(
  [INVITE, RESET].map((text) => [createHash('sha256').update(text).digest('hex'), text]),
);

/**
 * Serves the page for `<public URL>/account#invite=<token>` and `#reset=<token>`. The token stands behind the `#`, so no
 * server and no log ever sees it in an address, and the page takes it out of the address bar before it does anything else.
 *
 * Script and style run by this answer's nonce; the page loads nothing, and talks to nobody but this server.
 */
export function accountPage(app: FastifyInstance, _options: object, done: () => void): void {
  app.get('/account', (request, reply) => {
    const nonce = randomBytes(18).toString('base64');
    const language = chooseLanguage(request.headers['accept-language']);
    return reply
      .headers({
        'content-security-policy': pagePolicy(nonce),
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        vary: 'accept-language',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .send(renderPage(language, nonce));
  });
  done();
}

const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const TEXTS = [
  'title',
  'invited',
  'reset',
  'password',
  'again',
  'save',
  'saving',
  'checking',
  'different',
  'empty',
  'done',
  'noLink',
  'unreachable',
  'noScript',
] as const;

function renderPage(language: string, nonce: string): string {
  const texts = Object.fromEntries(TEXTS.map((name) => [name, textOf(say(`texts.account.${name}`), language)])) as Record<
    (typeof TEXTS)[number],
    string
  >;
  // "</script>" in a text must not end the script
  const settings = JSON.stringify({ texts, documents: { invite: INVITE, reset: RESET } }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(texts.title)} – Relata</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(texts.title)}</h1>
<p id="about"></p>
<noscript><p>${escaped(texts.noScript)}</p></noscript>
<form id="form" hidden novalidate>
<label for="password">${escaped(texts.password)}</label>
<input id="password" type="password" autocomplete="new-password" required aria-describedby="about message">
<label for="again">${escaped(texts.again)}</label>
<input id="again" type="password" autocomplete="new-password" required aria-describedby="message">
<p id="message" role="alert"></p>
<button id="save" type="submit">${escaped(texts.save)}</button>
</form>
<p id="outcome" role="status" tabindex="-1"></p>
</main>
<script nonce="${nonce}">const { texts, documents } = ${settings};${START}</script>
</body>
</html>
`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const STYLE = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { box-sizing: border-box; width: 100%; max-width: 26rem; padding: 1.5rem; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
form { display: grid; gap: .5rem; }
form[hidden] { display: none; }
input, button { font: inherit; padding: .6rem .7rem; border-radius: .4rem; border: 1px solid #767676; width: 100%; box-sizing: border-box; }
button { border-color: transparent; background: #1d4ed8; color: #fff; margin-top: .5rem; cursor: pointer; }
button:disabled { background: #595959; cursor: progress; }
:focus-visible { outline: 3px solid #f59e0b; outline-offset: 2px; }
#message { color: #b91c1c; color: light-dark(#b91c1c, #fca5a5); margin: 0; min-height: 1.5em; }
`;

/** Runs in the browser. */
const START = `
const at = (id) => document.getElementById(id);
const [form, password, again, message, save, outcome, about] = ['form', 'password', 'again', 'message', 'save', 'outcome', 'about'].map(at);
let link = null;

function takeLink() {
  const [, kind, token] = /^#(invite|reset)=([^&]+)/.exec(location.hash) ?? [];
  if (location.hash) history.replaceState(null, '', location.pathname);
  if (!kind && link) return;
  outcome.textContent = message.textContent = '';
  form.hidden = true;
  link = kind ? { kind, token } : null;
  if (!link) return void (about.textContent = texts.noLink);
  check(link);
}

/**
 * Without a password the server refuses everybody, but a dead link before that: so a link is tried without being used up, and
 * whoever guesses learns no more than by using it.
 */
async function check(one) {
  about.textContent = texts.checking;
  const { errors } = await ask(one, '').catch(() => ({}));
  if (one !== link) return;
  const dead = errors?.find(({ extensions }) => extensions?.code === 'LINK_INVALID');
  if (dead) link = null;
  about.textContent = dead ? dead.message : one.kind === 'invite' ? texts.invited : texts.reset;
  form.hidden = Boolean(dead);
  if (!dead) password.focus();
}

function complain(text, field) {
  message.textContent = text;
  for (const one of [password, again]) one.setAttribute('aria-invalid', String(one === field));
  field?.focus();
}

async function ask({ kind, token }, password) {
  const answer = await fetch('graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', 'accept-language': document.documentElement.lang },
    body: JSON.stringify({ query: documents[kind], variables: { token, password } }),
  });
  return answer.json();
}

async function send() {
  const { data, errors } = await ask(link, password.value);
  if (errors?.length) return errors.flatMap(({ message, extensions }) => extensions?.fields?.map((one) => one.message) ?? [message]).join(' ');
  return data ? null : texts.unreachable;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  complain('', null);
  if (password.value === '') return complain(texts.empty, password);
  if (password.value !== again.value) return complain(texts.different, again);
  save.disabled = true;
  save.textContent = texts.saving;
  const refused = await send().catch(() => texts.unreachable);
  save.disabled = false;
  save.textContent = texts.save;
  if (refused) return complain(refused, password);
  form.reset();
  form.hidden = true;
  link = null;
  about.textContent = '';
  outcome.textContent = texts.done;
  outcome.focus();
});

addEventListener('hashchange', takeLink);
takeLink();
`;
