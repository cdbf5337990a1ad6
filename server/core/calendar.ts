/** How days are counted for a reader: their zone, and the organisation's year and week. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** The month that the fiscal year begins with, 1 to 12. */
  readonly fiscalYearStart: number;
  /** The day that a week begins with, as ISO counts: 1 is Monday, 7 Sunday. */
  readonly weekStart: number;
}

export const standardCalendar: Calendar = { timeZone: 'UTC', fiscalYearStart: 1, weekStart: 1 };
