/** For so long a terminal takes back the number that it has just given. */
export const GIVE_BACK_SECONDS = 30
