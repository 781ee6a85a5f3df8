import { api } from './api.js';

let known = null;

/** The statuses there are, each with code and name; they are few, and read once. */
export async function statuses() {
  known ??= await api.statuses();
  return known;
}
