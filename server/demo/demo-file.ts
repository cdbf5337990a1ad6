/** Where the demo's sign-in is kept, in the data folder, so that every start can say it; readable by its owner only. */
export const DEMO_FILE = 'demo-sign-in.json';
