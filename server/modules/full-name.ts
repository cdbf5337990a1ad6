/** modules.md 1: salutation + firstName + lastName. The salutation's label as of the day the record was saved. */
export const FULL_NAME = `concat_ws(' ', crm_picklist_label(new.org, 'Salutation', new.salutation), nullif(new.first_name, ''), new.last_name)`;
