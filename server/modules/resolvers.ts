import { crud, reads } from '../core/crud.js';
import { NodeResolver } from '../core/node.resolver.js';
import type { ClassRef } from '../core/schema/type-builder.js';
import { ApiKeyResolver } from '../platform/auth/api-key.resolver.js';
import { AuthResolver, ViewerResolver } from '../platform/auth/auth.resolver.js';
import { PicklistResolver } from '../platform/picklist.resolver.js';
import { Account } from './account/account.js';
import { Contact } from './contact/contact.js';
import { Deal } from './deal/deal.js';
import './deal/deal.rules.js';
import { Organization } from './organization/organization.js';
import { PipelineStage } from './pipeline/pipeline-stage.js';
import { Pipeline } from './pipeline/pipeline.js';
import { Profile } from './profile/profile.js';
import { Role } from './role/role.js';
import { UserLinkResolver, UserResolver } from './user/user.resolver.js';

/** Everything that can be asked and done. A module without verbs of its own needs no resolver file. */
export const resolvers: readonly ClassRef[] = [
  NodeResolver,
  AuthResolver,
  ViewerResolver,
  ApiKeyResolver,
  PicklistResolver,
  reads(Organization),
  crud(Role, { isForAdministrators: true }),
  reads(Profile),
  UserResolver,
  UserLinkResolver,
  reads(Pipeline),
  reads(PipelineStage),
  crud(Account),
  crud(Contact),
  crud(Deal),
];
