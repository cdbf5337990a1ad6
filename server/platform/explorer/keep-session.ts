/**
 * Runs in the browser, before Altair: keeps a session, for all tabs. A link of the terminal (`#signin=…`) leaves the
 * address bar before anything else happens, and signs in; so does any answer that holds a way in. The session's token
 * goes into every request that has none of its own, and is renewed before it ends.
 */
export const KEEP_SESSION = `
const KEY = 'relata_session';
const stored = () => { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } };
const keep = (answer) => {
  const found = Object.values(answer?.data ?? {}).find((one) => one?.token && one.refreshToken && one.expiresAt);
  if (found) localStorage.setItem(KEY, JSON.stringify({ token: found.token, refreshToken: found.refreshToken, expiresAt: found.expiresAt }));
  return found;
};
const endpoint = whole(options.endpointURL);
const send = window.fetch.bind(window);
const FIELDS = '{ token refreshToken expiresAt }';
const ask = async (name, argument, value) => {
  const query = 'mutation ($value: String!) { ' + name + '(' + argument + ': $value) ' + FIELDS + ' }';
  const body = JSON.stringify({ query, variables: { value } });
  return (await send(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
};
const isLate = (session) => session && Date.parse(session.expiresAt) - Date.now() < 60_000;
// Two tabs must not use the same refresh token: the second finds what the first has got.
const alone = (work) => (navigator.locks ? navigator.locks.request(KEY, work) : work());
const renew = async () => {
  const session = stored();
  if (!isLate(session)) return;
  const answer = await ask('refreshSession', 'refreshToken', session.refreshToken);
  if (!keep(answer) && answer.errors) localStorage.removeItem(KEY);
};
const sessionOf = (token) => { try { return JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/'))).sid; } catch { return undefined; } };

window.fetch = async (resource, init) => {
  const request = new Request(resource, init);
  const [, given] = /^Bearer\\s*(\\S*)$/.exec(request.headers.get('authorization') ?? 'Bearer') ?? [];
  if (request.url.split('?')[0] !== endpoint || given === undefined) return send(request);
  if (isLate(stored())) await alone(renew).catch(() => undefined);
  const session = stored();
  if (session && (given === '' || sessionOf(given) === sessionOf(session.token))) request.headers.set('authorization', 'Bearer ' + session.token);
  const response = await send(request);
  response.clone().json().then(keep, () => undefined);
  return response;
};

// Opening a link where the page is open already changes nothing but the fragment.
addEventListener('hashchange', () => location.hash.startsWith('#signin=') && location.reload());
const [, link] = /^#signin=([\\w-]+)$/.exec(location.hash) ?? [];
let problem = '';
if (link) {
  history.replaceState(null, '', location.pathname + location.search);
  problem = await ask('signInWithLink', 'token', link).then(
    (answer) => (keep(answer) ? '' : (answer.errors?.[0]?.message ?? texts.noAnswer)),
    () => texts.noAnswer,
  );
}
// What the page finds out about its reader depends on whether the session still is one.
if (isLate(stored())) await alone(renew).catch(() => undefined);
if (problem && !stored()) problem += ' ' + texts.notSignedIn;
/** Says something above the page, until it is closed. */
const notify = (text) => {
  const notice = document.createElement('div');
  notice.setAttribute('role', 'alert');
  notice.className = 'notice';
  const close = document.createElement('button');
  close.textContent = texts.close;
  close.addEventListener('click', () => notice.remove());
  notice.append(text, ' ', close);
  document.body.append(notice);
};
for (const one of options.initialEnvironments.subEnvironments) one.variables.token = stored()?.token ?? '';

`;
