/** Where the demo's sign-in is kept, in the data folder, so that every start can say it; readable by its owner only. */
export const DEMO_FILE = 'demo-sign-in.json';

/** How to get into the demo organisation. */
export interface DemoSignIn {
  readonly email: string;
  readonly password: string;
}

/** The administrator of the demo organisation. */
export const demoEmail = 'marijke@lantern.example.com';
