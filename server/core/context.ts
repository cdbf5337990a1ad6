import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { AccessShape, Credential } from './access.js';
import type { Calendar } from './calendar.js';
import type { Reader } from './database/reader.js';
import type { Transaction, Transactions } from './database/transactions.js';
import type { CrmError } from './errors.js';
import type { Variables } from './read/input.js';
import type { Model, OperationPlan } from './read/plan.js';
import type { RecordLoader } from './read/record-loader.js';

/** Who asks. */
export interface Viewer {
  readonly org: string;
  /** The row id of the user. */
  readonly userId: string;
  readonly baseCurrency: string;
  /** Whether the user's profile is of the kind ADMINISTRATOR. */
  readonly isAdministrator: boolean;
  readonly credential: Credential;
  readonly calendar: Calendar;
  /** The organisation's own zone: its days decide which rate is valid. */
  readonly organizationTimeZone: string;
  /** What the user, else the organisation, is set to; a request may ask for another language. */
  readonly language: string;
  readonly access: AccessShape;
  /** What the row predicates of `access` bind. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** What the server holds for all requests. */
export interface Services {
  readonly reader: Reader;
  readonly transactions: Transactions;
  readonly auth: Auth;
  readonly limiter: Limiter;
  /** What links begin with, without a slash at the end. */
  readonly publicUrl: string;
}

/** What a credential has left of its minute. */
export interface Allowance {
  /** In points. */
  readonly remaining: number;
  /** When it is full again: an instant. */
  readonly resetAt: string;
  /** Why nothing was taken: more was asked for than is left. */
  readonly refusal: CrmError | null;
}

/** What the core asks of whoever counts; `platform/http/limiter` does. */
export interface Limiter {
  /** Takes the cost of an operation from what the credential may use up, all of it or nothing; null where there is no limit. */
  spend(credentialId: string, cost: number): Allowance | null;
}

/** What the core asks of whoever knows people; `platform/auth` does. */
export interface Auth {
  signIn(input: {
    email: string;
    password: string;
    org: string | null;
  }): Promise<{ token: string; expiresAt: Date; org: string; userId: string }>;
  viewerOf(token: string): Promise<Viewer | null>;
  /** Reads a user, or everybody of an organisation, again before the next request: their standing or settings have changed. */
  forget(org: string, userId?: string): void;
}

/** What a request carries along from the HTTP server. */
export interface RequestContext {
  readonly requestId: string;
  readonly services: Services;
  readonly model: Model;
  /** Null before sign-in; then only operations that need no viewer run. */
  readonly viewer: Viewer | null;
  readonly language: string;
  /** When the operation began: `today` is the same in all of its answer. */
  readonly now: Date;
  readonly maxCost: number;
  /** Whether callers who are not signed in may look at the schema. */
  readonly hasOpenSchema: boolean;
  /** Counts the SQL statements of the request. */
  readonly tally: { statements: number };
  /** Logs a fault of the server and returns the number it is found under. */
  readonly reportFault: (error: unknown) => string;
  /** Parses a document under the limits of the server; throws the error that the server would answer with. */
  readonly parseDocument: (text: string) => DocumentNode;
}

/** What a resolver gets: the request and the operation under way. */
export interface Context extends RequestContext {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Variables;
  /** The plans of the query's root fields; null in a mutation. */
  readonly plan: OperationPlan | null;
  /** The transaction of the mutation; null in a query. */
  readonly transaction: Transaction | null;
  readonly records: RecordLoader;
  /** Whether the mutation is undone at the end: nothing of it may leave the transaction. */
  readonly isDryRun: boolean;
  readonly hidden: (readonly string[])[];
  /** What is done once the mutation has been committed. */
  readonly afterCommit: (() => void)[];
}

/** A context whose mutation has a transaction and whose caller is known. */
export interface WriteContext extends Context {
  readonly viewer: Viewer;
  readonly transaction: Transaction;
}
