import { workspace, type Company, type Workspace, type WorkspaceOptions } from '../../support/workspace.js';
import { freePort } from '../../support/server-process.js';

/** The real server on a socket, with one organisation in it. */
export interface ListeningServer extends AsyncDisposable {
  readonly crm: Workspace;
  readonly company: Company;
  readonly url: string;
}

export async function listeningServer(options: WorkspaceOptions = {}): Promise<ListeningServer> {
  const crm = await workspace({ database: 'own', ...options });
  const company = await crm.company('noorderlicht');
  const address = await crm.app.http.listen({ host: '127.0.0.1', port: await freePort() });
  return { crm, company, url: `${address}/graphql`, [Symbol.asyncDispose]: () => crm.close() };
}
