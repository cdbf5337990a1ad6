import type { Readable } from 'node:stream';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { AccessShape, Credential } from './access.js';
import type { Calendar } from './calendar.js';
import type { Reader } from './database/reader.js';
import type { StatementMetrics, Transaction, Transactions } from './database/transactions.js';
import type { CrmError, UnauthenticatedReason } from './errors.js';
import type { FilterLimits } from './read/filter-meter.js';
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
  /** The order in which the user sees the parts of names: a value of `NameFormat`. */
  readonly nameFormat: string;
  readonly access: AccessShape;
  /** Fields that the organisation has made unique, by module. */
  readonly uniqueFields: ReadonlyMap<string, readonly string[]>;
  /** What the row predicates of `access` bind. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** What the server holds for all requests. */
export interface Services {
  readonly reader: Reader;
  readonly transactions: Transactions;
  /** Transactions of the system role, within one organisation: what touches sessions, keys and links. */
  readonly systemTransactions: Transactions;
  readonly auth: Auth;
  readonly limiter: Limiter;
  readonly filterLimits: FilterLimits;
  readonly introspector: Introspector;
  readonly jobs: Jobs;
  readonly files: Files;
  /** What links begin with, without a slash at the end. */
  readonly publicUrl: string;
}

/** Answers introspection; implemented by `platform/api/introspection`. */
export interface Introspector {
  /**
   * The data of an operation that selects nothing but the schema, as JSON.
   *
   * @throws INTROSPECTION_TOO_LARGE, or BUSY when the caller has too many under way
   */
  answer(request: IntrospectionRequest): Promise<Buffer>;
}

export interface IntrospectionRequest {
  readonly schema: GraphQLSchema;
  /** Valid against the schema. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Variables;
  /** Whose turn it is: an organization, or the address of a caller who is not signed in. */
  readonly caller: string;
}

/** What the core passes on of whoever works in the background; `platform/jobs` does. */
export interface Jobs {
  /** There may be something to do. */
  wake(): void;
}

/** Content that lies in the folder of files and belongs to nobody yet. */
export interface StoredContent {
  /** Its name in the folder. */
  readonly key: string;
  readonly size: number;
}

/** A file as it is known to its organisation. */
export interface FileDetails {
  readonly id: string;
  readonly userId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** What the core passes on of whoever keeps files; `platform/files` does. */
export interface Files {
  /** The most bytes that a file may have. */
  readonly maxBytes: number;
  /** Writes content to disk, whole or not at all. It goes again unless `keep` makes a file of it within the hour. */
  write(source: AsyncIterable<Uint8Array>, options?: { readonly maxBytes?: number }): Promise<StoredContent>;
  /** Makes a file of what was written, in a transaction of the organisation. @returns its row id */
  keep(transaction: Transaction, content: StoredContent, details: NewFile): Promise<string>;
  /** Removes what was written and not kept. */
  discard(content: StoredContent): Promise<void>;
  /** Writes and keeps, in a transaction of its own. @returns the row id */
  store(source: AsyncIterable<Uint8Array>, details: NewFile): Promise<string>;
  find(org: string, rowId: string): Promise<FileDetails | null>;
  /** The content from its beginning, each time anew; null when there is no such file. */
  open(org: string, rowId: string): Promise<Readable | null>;
  /** Where one viewer, and nobody else, reads the content within the next minutes. */
  downloadUrl(viewer: Pick<Viewer, 'org' | 'userId'>, rowId: string, publicUrl: string): Promise<string>;
}

export interface NewFile {
  readonly org: string;
  readonly userId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly lifetimeMinutes: number;
  /** A row id that was promised already. */
  readonly id?: string;
}

/** Who uses something up. */
export type Caller = Pick<Viewer, 'org' | 'userId'> & { readonly credential: Pick<Credential, 'id'> };

/** What a caller has left of the minute: the least of what the credential, the user and the organization have. */
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
  /** Takes the cost of an operation from what the caller may use up, all of it or nothing; null where there is no limit. */
  spend(caller: Caller, cost: number): Allowance | null;
}

/** From where and with what somebody signs in. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
  /** The request's id, for the change log. */
  readonly cause: string;
}

/** A new way in: what a session is used with from here on. */
export interface SignedIn {
  readonly token: string;
  readonly expiresAt: Date;
  /** For the next pair. */
  readonly refreshToken: string;
  readonly refreshExpiresAt: Date;
  readonly org: string;
  readonly userId: string;
}

/** What a one-time link is for. */
export type LinkKind = 'INVITATION' | 'PASSWORD_RESET' | 'SIGN_IN';

/** What the core asks of whoever knows people; `platform/auth` does. */
export interface Auth {
  signIn(client: Client, input: { email: string; password: string; org: string | null }): Promise<SignedIn>;
  /** Trades a refresh token for a new pair. The previous one is answered again for half a minute; any other that was used before ends its session. */
  refresh(client: Client, refreshToken: string): Promise<SignedIn>;
  /** Uses a one-time link up: sets the password that it is for, where it is for one, and signs in. */
  useLink(client: Client, kind: LinkKind, token: string, password: string | null): Promise<SignedIn>;
  /** Checks the password of somebody who is signed in already; guessing is limited as in signing in. */
  isPasswordOf(client: Client, viewer: Viewer, password: string): Promise<boolean>;
  /**
   * Who has this token or API key, as they stand now; at most 5 s old.
   *
   * @param address where it comes from: unknown ones are looked up for so many of an address only
   * @throws TOO_MANY_REQUESTS or BUSY instead of looking an unknown one up
   */
  viewerOf(token: string, address?: string): Promise<Viewer | null>;
  /** Why a token or API key that nobody was found for is not good. */
  refusalReason(token: string): UnauthenticatedReason;
  /** A user as they stand at this moment, for what acts in their name; null when they may not come in. */
  viewerOfUser(org: string, userId: string): Promise<Viewer | null>;
  /** Looks again before the next request at a user's credentials, or at everybody's of an organisation: their standing or settings have changed. */
  forget(org: string, userId?: string): void;
}

/** What a request carries along from the HTTP server. */
export interface RequestContext {
  readonly requestId: string;
  readonly services: Services;
  readonly model: Model;
  /** Null before sign-in; then only operations that need no viewer run. */
  readonly viewer: Viewer | null;
  /** Why there is no viewer. Default: no credential came. */
  readonly unauthenticatedReason?: UnauthenticatedReason;
  /** Where the request comes from, as far as proxies are trusted with it. */
  readonly address: string;
  /** What it was sent with, as it says itself. */
  readonly userAgent: string;
  readonly language: string;
  /** By which a mutation that is sent again is known. */
  readonly idempotencyKey: string | null;
  /** When the operation began: `today` is the same in all of its answer. */
  readonly now: Date;
  readonly maxCost: number;
  /** Whether callers who are not signed in may look at the schema. */
  readonly hasOpenSchema: boolean;
  /** Counts the SQL statements of the request; transactions count theirs themselves. */
  readonly metrics: StatementMetrics;
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
  /** An administrator's import brings records along as they were elsewhere. */
  readonly bringsHistory?: boolean;
  /** What the inputs of copies were taken over from: values as they are stored, by field name; without those that the caller gives. */
  readonly originals?: ReadonlyMap<object, ReadonlyMap<string, string | null>>;
}
