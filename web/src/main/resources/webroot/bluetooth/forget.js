// Nobody is logged in: what was kept in this browser for the server is thrown away.

import { throwAway } from "./vault.js";

throwAway().catch(() => {}); // there is no database to throw away
