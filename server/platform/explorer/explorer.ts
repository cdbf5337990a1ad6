/** The page under `/`: Altair, a GraphQL client, with everything it needs served from here. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fastifyStatic from '@fastify/static';
import { getAltairHtml, getDistDirectory, isSandboxFrame, SANDBOX_FRAME_CSP, type AltairConfigOptions } from 'altair-static';
import type { FastifyInstance } from 'fastify';
import { chooseLanguage, say, textOf } from '../../core/messages.js';
import { chooseEncoding, compress } from '../http/compression.js';
import { KEEP_SESSION } from './keep-session.js';

export interface ExplorerPreset {
  /** Stands in the sign-in example instead of its placeholder. */
  readonly email?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export interface ExplorerOptions {
  readonly endpoint?: string;
  /** GraphQL text of the first tab; examples.graphql unless given. */
  readonly examples?: string;
  /** Stands before the examples, as a comment. */
  readonly note?: string;
  /** What is filled in when the page opens, such as the address of a demo's user. Everyone who can open the page can read it. */
  readonly preset?: () => Promise<ExplorerPreset>;
  /** Where an answer's data holds a token: from then on it goes into the header of every request. */
  readonly tokenPath?: string;
  /** Who may ask for the schema. The page loads it when it opens where its reader may: documentation and completion come from it. */
  readonly introspection?: 'everyone' | 'signedIn' | 'nobody';
}

/**
 * Serves the explorer under `/` (or the prefix it is registered with) and one route for each of its files, so that an
 * unknown path still reaches the application's own "not found".
 *
 * The browser is told to load nothing from elsewhere and to run no inline script without this answer's nonce: what a
 * record contains can't run in the page, and Altair's plug-in store, accounts and adverts find nobody to talk to.
 */
export async function explorer(
  app: FastifyInstance,
  {
    endpoint = '/graphql',
    examples = standardExamples(),
    note = '',
    preset = () => Promise.resolve({}),
    tokenPath = 'signIn.token',
    introspection = 'signedIn',
  }: ExplorerOptions,
): Promise<void> {
  app.get('/', async (request, reply) => {
    const options = altairOptions({
      endpoint,
      examples: `${asComment(note)}${examples}`,
      preset: await preset(),
      tokenPath,
      introspection,
    });
    const language = chooseLanguage(request.headers['accept-language']);
    const nonce = randomBytes(18).toString('base64');
    return reply
      .headers({
        'content-security-policy': pagePolicy(nonce),
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .send(renderPage(`${app.prefix}/`, { options, introspection, texts: textsIn(language) }, nonce));
  });
  keepCompressed(app);
  await app.register(fastifyStatic, {
    root: getDistDirectory(),
    wildcard: false,
    globIgnore: ['index.html', '**/*.md'], // the page itself is served above, with its policy
    index: false,
    decorateReply: false,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.headers(fileHeaders(relative(getDistDirectory(), path))),
  });
}

/** Compresses each file when it is first asked for, and keeps it: some 1.5 MB of them altogether. */
function keepCompressed(app: FastifyInstance): void {
  const kept = new Map<string, Promise<Buffer>>();
  app.addHook('onSend', async (request, reply, payload) => {
    if (!(payload instanceof Readable) || request.method !== 'GET' || reply.statusCode !== 200) return payload;
    const encoding = chooseEncoding(reply, Number(reply.getHeader('content-length')));
    if (!encoding) return payload;
    const name = `${encoding} ${request.routeOptions.url}`;
    let file = kept.get(name);
    if (file) payload.destroy();
    else {
      file = buffer(payload).then((content) => compress(content, encoding, 'once'));
      kept.set(name, file);
      file.catch(() => kept.delete(name));
    }
    const compressed = await file;
    reply.header('content-encoding', encoding).header('content-length', compressed.length).removeHeader('accept-ranges');
    return compressed;
  });
}

/** The address in the sign-in example. */
const PLACEHOLDER = '"you@example.com"';

function standardExamples(): string {
  return readFileSync(new URL('./examples.graphql', import.meta.url), 'utf8');
}

const asComment = (note: string): string => (note === '' ? '' : `${note.replace(/^/gm, '# ')}\n\n`);

type PageOptions = Required<Omit<ExplorerOptions, 'preset' | 'note'>> & { readonly preset: ExplorerPreset };

function altairOptions({ endpoint, examples, preset, tokenPath, introspection }: PageOptions): AltairConfigOptions {
  const initialQuery = preset.email ? examples.replace(PLACEHOLDER, JSON.stringify(preset.email)) : examples;
  const tab: AltairConfigOptions = {
    endpointURL: endpoint,
    subscriptionsEndpoint: endpoint,
    initialSubscriptionRequestHandlerId: 'graphql-ws',
    initialHeaders: { Authorization: 'Bearer {{token}}' },
    initialPostRequestScript: keepToken(tokenPath),
  };
  const initialVariables = JSON.stringify(preset.variables ?? {}, null, 2);
  return {
    ...tab,
    initialWindows: [{ ...tab, initialName: 'Examples', initialQuery, initialVariables }],
    initialEnvironments: { activeSubEnvironment: 'relata', subEnvironments: [{ id: 'relata', title: 'Relata', variables: { token: '' } }] },
    instanceStorageNamespace: 'relata_',
    disableAccount: true,
    persistedSettings: {
      'schema.reloadOnStart': introspection === 'everyone', // the page decides for its reader, see START
      'banners.disable': true,
      'alert.disableUpdateNotification': true,
      disablePushNotification: true,
      'plugin.list': [],
      enableExperimental: false, // which is what shows the plug-in store
      'beta.disable.newScript': true, // the old way of running scripts interprets them, the new one needs eval
    },
  };
}

/** Runs in Altair after each answer, in an interpreter that knows JavaScript up to 2019. */
function keepToken(path: string): string {
  return `// signing in puts the token where the header "Bearer {{token}}" finds it
let answer;
try { answer = JSON.parse(altair.response.body); } catch (notJson) {}
const token = ${JSON.stringify(['data', ...path.split('.')])}.reduce((at, key) => at && at[key], answer);
if (typeof token === 'string') altair.helpers.setEnvironment('token', token, true);`;
}

/**
 * Runs in the browser. Altair wants whole addresses in its first tab, and only the browser knows under which one it
 * reached us; and of several operations it sends the one with the cursor, so the cursor goes into the first.
 */
const START = `
const whole = (address) => new URL(address, location.href).href;
${KEEP_SESSION}if (introspection === 'signedIn') options.persistedSettings['schema.reloadOnStart'] = stored() !== null;
const located = (tab) => ({
  ...tab,
  endpointURL: whole(tab.endpointURL),
  subscriptionsEndpoint: whole(tab.subscriptionsEndpoint).replace(/^http/, 'ws'),
});
if (problem) notify(problem);
AltairGraphQL.init({ ...located(options), initialWindows: options.initialWindows.map(located), cspNonce: nonce });

new MutationObserver((_, observer) => {
  const isOperation = (line) => /^(query|mutation|subscription)\\b/.test(line.textContent);
  const first = [...document.querySelectorAll('.cm-content .cm-line')].find(isOperation);
  if (!first) return;
  observer.disconnect();
  first.closest('.cm-content').focus();
  getSelection().collapse(first, 0);
}).observe(document.body, { childList: true, subtree: true });
`;

const textsIn = (language: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['notSignedIn', 'noAnswer', 'close'] as const).map((name) => [name, textOf(say(`texts.explorer.${name}`), language)]),
  );

/** Altair asks for a donation after every fiftieth action, and has no setting for that. */
const STYLE = `<style>nz-alert:has([track-id=donate]) { display: none }
.notice { position: fixed; inset: 0 0 auto; z-index: 10000; padding: .6rem 1rem; background: #fef3c7; color: #451a03; font: 1rem/1.5 system-ui, sans-serif; text-align: center; }
.notice button { margin-left: 1rem; font: inherit; color: inherit; text-decoration: underline; background: none; border: 0; cursor: pointer; }</style>`;

interface PageSettings {
  readonly options: AltairConfigOptions;
  readonly introspection: string;
  readonly texts: Readonly<Record<string, string>>;
}

function renderPage(baseUrl: string, { options, introspection, texts }: PageSettings, nonce: string): string {
  const html = getAltairHtml()
    .replace(/<base [^>]*>/, () => `<base href="${baseUrl}" />`)
    .replace('<title>Altair</title>', '<title>Relata</title>')
    .replace('</head>', () => `${STYLE}</head>`);
  const [top, bottom] = html.split('</body>');
  // "</script>" in an example must not end the script
  const safe = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
  return `${top}<script type="module" nonce="${nonce}">const nonce = "${nonce}"; const options = ${safe(options)};
const introspection = ${safe(introspection)}; const texts = ${safe(texts)};${START}</script></body>${bottom}`;
}

function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'", // the editor and Angular write style elements and attributes
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function fileHeaders(path: string): Record<string, string> {
  const isNamedByContent = /^(chunk|worker)-[A-Z\d]{8}\.js$/.test(path);
  return {
    // the frame runs whatever it is sent, so it must not share our origin; a worker obeys the policy it came with
    'content-security-policy': isSandboxFrame(path) ? SANDBOX_FRAME_CSP : "default-src 'self'; style-src 'self' 'unsafe-inline'",
    'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  };
}
