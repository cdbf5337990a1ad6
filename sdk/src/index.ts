export type { Auth, AuthReason } from './auth.js';
export { createClient } from './client.js';
export type { CallOptions, ClientOptions, Crm, RequestEvent, RequestOptions, ResponseEvent, RetryEvent } from './client.js';
export type { Document } from './document.js';
export type { Clash, ErrorDetails, Fault } from './error-details.js';
export { CrmError, isCrmError } from './errors.js';
export type { ClientErrorCode, CrmErrorCode, DetailsOf, GraphQLErrorObject } from './errors.js';
export type { OperationKind } from './operation.js';
export type { Iteration, Page } from './page.js';
// Declarations of programs that export what calls answer are made of these.
export type * from './list-types.js';
export type * from './record-types.js';
export type * from './shape.js';
export * from './records/index.js';
export { importFile, jobEnded, uploadFile } from './files.js';
export type { FileContent, JobOptions, JobProgress, UploadOptions } from './files.js';
export { createSession } from './session.js';
export type { ClientSession, SessionOptions, SessionTokens, TokenStorage } from './session.js';
