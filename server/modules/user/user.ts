import { email, enumeration, language, lookup, text, timeZone } from '../../core/fields.js';
import { BaseRecord, record } from '../../core/record.js';
import { Profile } from '../profile/profile.js';
import { Role } from '../role/role.js';
import { defineEnum } from '../../core/enums.js';
import { GIVEN_AND_FAMILY_NAME, shownName } from '../full-name.js';
import { DateFormat, NameFormat, NumberFormat, TimeFormat, Weekday } from '../formats.js';

export const UserStatus = defineEnum('UserStatus', 'Whether a user can sign in.', {
  INVITED: 'Has a link to set the first password with, and has not used it yet.',
  ACTIVE: 'Can sign in.',
  DISABLED: 'Can not sign in; what they own stays.',
});

@record({
  prefix: 'user',
  name: 'User',
  plural: 'users',
  table: 'app_user',
  description: 'Someone who works in the organisation.',
  unique: [['email']],
})
export class User extends BaseRecord {
  @text({ description: 'Given name.', max: 50 }) firstName?: string | null;
  @text({ description: 'Family name.', required: true, max: 50 }) lastName!: string;
  @text({
    description: 'Given and family name, in the order of `nameFormat`. Orders go by family name.',
    formula: GIVEN_AND_FAMILY_NAME,
    sortedBy: ['lastName', 'firstName'],
    shown: (compilation, alias) => shownName(compilation, alias),
  })
  fullName?: string;
  @email({ description: 'The address to sign in with; unique in the organisation.', required: true }) email!: string;
  @enumeration(UserStatus, { description: 'Whether the user can sign in.', required: true, default: 'ACTIVE', writable: false })
  status!: string;
  @lookup(() => Role, {
    description: 'The place in the hierarchy.',
    required: true,
    inverse: { name: 'users', description: 'Who has this role.' },
  })
  role!: Role;
  @lookup(() => Profile, {
    description: 'What the user may do.',
    required: true,
    inverse: { name: 'users', description: 'Who has this profile.' },
  })
  profile!: Profile;
  @lookup(() => User, {
    description: 'Whom the user reports to.',
    tree: true,
    inverse: { name: 'reports', description: 'Who reports to this user.' },
  })
  manager?: User | null;
  @language({ description: "The user's language. Default: the organisation's." }) language?: string | null;
  @timeZone({ description: "The IANA name of the user's time zone. Default: the organisation's." }) timeZone?: string | null;
  @enumeration(Weekday, { description: "The day that the user's weeks begin with. Default: the organisation's." }) weekStart?: string | null;
  @enumeration(DateFormat, { description: "How the user sees dates. Default: the organisation's." }) dateFormat?: string | null;
  @enumeration(TimeFormat, { description: "How the user sees times of the day. Default: the organisation's." }) timeFormat?: string | null;
  @enumeration(NumberFormat, { description: "How the user sees numbers. Default: the organisation's." }) numberFormat?: string | null;
  @enumeration(NameFormat, { description: "How the user sees names. Default: the organisation's." }) nameFormat?: string | null;
}
