// Made by `npm run types` from docs/openapi.json. Do not edit.

export interface paths {
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every account */
        get: operations["get_accounts"];
        put?: never;
        /**
         * Make an account
         * @description The first one must be an administrator: from then on everybody has to sign in.
         */
        post: operations["post_accounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{login}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change an account
         * @description The last active administrator stays; nobody changes the own role or state.
         */
        put: operations["put_accounts_login"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{login}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set somebody's password
         * @description Every session of the account ends.
         */
        put: operations["put_accounts_login_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every API key */
        get: operations["get_api_keys"];
        put?: never;
        /**
         * Make an API key
         * @description The secret is shown once: this call keeps no answer under an idempotency key.
         */
        post: operations["post_api_keys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key */
        delete: operations["delete_api_keys_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What passes a port area
         * @description From where and to where, how long it stays, and what is unusual this week against the weeks before. Each figure names
         *     the rows behind it.
         */
        get: operations["get_areas_code"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/areas/{code}/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls at a port area, the latest first */
        get: operations["get_areas_code_visits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Assessment runs, latest first */
        get: operations["get_assessments"];
        put?: never;
        /** Assess what is open */
        post: operations["post_assessments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assessments/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How assessing goes */
        get: operations["get_assessments_state"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audit trail, latest first */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Walk the whole audit trail */
        get: operations["get_audit_verification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/callbacks/dcsa/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a callback is there
         * @description Carriers ask with HEAD before they subscribe.
         */
        get: operations["get_callbacks_dcsa_subscription"];
        put?: never;
        /**
         * Take a carrier's notification
         * @description DCSA Track & Trace 2.2 and 3.0: events as an array, one object, or an object around the array. The signature is
         *     `sha256=` and the HMAC-SHA256 of the body with the subscription's secret, in hexadecimal.
         */
        post: operations["post_callbacks_dcsa_subscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A consignment and its assessment */
        get: operations["get_consignments_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consignments/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of one case
         * @description Events: `hello {run}`, `case {version, state, lock}`, `run {run}`, `ping`.
         */
        get: operations["get_consignments_id_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consignments/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything an assessment stands on
         * @description Reading it is recorded in the audit trail as `case.look`.
         */
        get: operations["get_consignments_id_evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consignments/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looked at a case, took it and decided it, latest first */
        get: operations["get_consignments_id_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consignments/{id}/lock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Take a case, or keep it longer */
        put: operations["put_consignments_id_lock"];
        post?: never;
        /**
         * Give a case back
         * @description One's own; with the right `override_locks` anybody's.
         */
        delete: operations["delete_consignments_id_lock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/consignments/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what an inspection found
         * @description `If-Match` carries the case's version, `Idempotency-Key` makes a repetition harmless. The case's lock is given back.
         */
        post: operations["post_consignments_id_outcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/containers/{number}/trips": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The trips of a container, judged
         * @description Each trip with its reasons and the messages they stand on, its reports by source, its stays and legs among the usual
         *     ones, its route beside the normal routes of its pair, and the cases it carried. Of a number that no message tells of
         *     the problem names the nearest.
         */
        get: operations["get_containers_number_trips"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How good the ranking is on the loaded world */
        get: operations["get_evaluation"];
        put?: never;
        /** Evaluate the ranking on the loaded world */
        post: operations["post_evaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receipts of files, latest first
         * @description A key sees those of its own sender.
         */
        get: operations["get_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Saved filters: one's own and the shared ones */
        get: operations["get_filters"];
        put?: never;
        /** Save a filter */
        post: operations["post_filters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/filters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a saved filter */
        put: operations["put_filters_id"];
        post?: never;
        /** Delete a saved filter */
        delete: operations["delete_filters_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server is well */
        get: operations["get_health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Consignments and their calls */
        get: operations["get_map"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the administration wants its map */
        get: operations["get_map_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one file of messages
         * @description Any format that is read; `Content-Encoding: gzip` or `zstd`. The answer comes when the file is on disk.
         */
        post: operations["post_messages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send many files of messages
         * @description At most 1,000, each answered for itself. The JSON may be sent with `Content-Encoding: gzip` or `zstd`.
         */
        post: operations["post_messages_bulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{file}/{start}/{len}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a message */
        get: operations["get_messages_file_start_len"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record one finding for many consignments
         * @description Each is answered for itself; those that a colleague has are left out.
         */
        post: operations["post_outcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/outcomes/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take outcomes back
         * @description Within seconds, by whoever recorded them; they stay on record as withdrawn.
         */
        post: operations["post_outcomes_withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the work goes */
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages in quarantine, oldest first */
        get: operations["get_quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read many messages again, as they were sent */
        post: operations["post_quarantine_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One message with its content */
        get: operations["get_quarantine_id"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide that nothing is to come of a message */
        post: operations["post_quarantine_id_discard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a message again, as sent or as corrected */
        post: operations["post_quarantine_id_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The queue */
        get: operations["get_queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes of the queue
         * @description Events: `hello {run}` at the start and whenever some were missed, `run {run, as_of, total}`, `cases {ids}`,
         *     `quarantine {open}`, `ping`.
         */
        get: operations["get_queue_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/filter-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The keys of the filter language */
        get: operations["get_queue_filter_keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/queue/take-next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the most urgent free case
         * @description It is locked for the caller. Listed cases come first, by deadline and then by score.
         */
        post: operations["post_queue_take_next"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Countries */
        get: operations["get_reference_countries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an inspection can find */
        get: operations["get_reference_findings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/hs-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** HS codes */
        get: operations["get_reference_hs_codes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Indicators */
        get: operations["get_reference_indicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reference/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Places */
        get: operations["get_reference_places"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search by any number or name */
        get: operations["get_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/senders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every sender
         * @description Those with a name, the one heard of last first; at most 1,000.
         */
        get: operations["get_senders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/senders/{sender}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One sender
         * @description What it sent by format and by day, what was refused and why, how late its status messages came and how complete they
         *     are.
         */
        get: operations["get_senders_sender"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["get_session"];
        put?: never;
        /** Sign in */
        post: operations["post_session"];
        /** Sign out */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/openid-connect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Begin to sign in by OpenID Connect
         * @description Leads to the provider; what goes wrong leads to the sign-in screen.
         */
        get: operations["get_session_openid_connect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/openid-connect/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Come back from the provider
         * @description Opens a session and leads to where the sign-in began; what goes wrong leads to the sign-in screen.
         */
        get: operations["get_session_openid_connect_callback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description Every other session of the account ends.
         */
        put: operations["put_session_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change what one prefers */
        put: operations["put_session_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings */
        get: operations["get_settings"];
        /**
         * Change the settings
         * @description They apply at once. Where scores, lists or deadlines depend on what changed, a new assessment begins.
         */
        put: operations["put_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a change would come to
         * @description Nothing is kept.
         */
        post: operations["post_settings_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How to sign in here */
        get: operations["get_sign_in_options"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every subscription */
        get: operations["get_subscriptions"];
        put?: never;
        /**
         * Make a subscription
         * @description The secret is shown once, in base64: give it to the carrier with the address of the callback.
         */
        post: operations["post_subscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a subscription */
        put: operations["put_subscriptions_id"];
        post?: never;
        /** Remove a subscription */
        delete: operations["delete_subscriptions_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a subscription's secret
         * @description The one before counts for an hour more.
         */
        post: operations["post_subscriptions_id_secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trips/{container}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every trip of a container */
        get: operations["get_trips_container"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account. */
        Account: {
            /** Format: date-time */
            created: string;
            /** @description Signs in by OpenID Connect. */
            external: boolean;
            /** Format: date-time */
            last_seen: string | null;
            login: string;
            name: string;
            role: components["schemas"]["Role"];
            state: components["schemas"]["AccountState"];
            /** @description For `If-Match`. */
            version: string;
        };
        /** @description What to change of an account. */
        AccountEdit: {
            name: string;
            role: components["schemas"]["Role"];
            state: components["schemas"]["AccountState"];
        };
        /**
         * @description Whether an account can be used.
         * @enum {string}
         */
        AccountState: "active" | "locked" | "closed";
        /** @description An account to make. */
        AccountToMake: {
            /** @description Letters, digits and `.-_@`, at most 64; never changes. */
            login: string;
            name: string;
            /**
             * Format: password
             * @description At least 12 characters; without one the account can only sign in by OpenID Connect.
             */
            password?: string | null;
            role: components["schemas"]["Role"];
        };
        /** @description Cases that have waited for so long. */
        AgeBand: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: double
             * @description At least so many hours.
             */
            from_hours: number;
            /** @description Path of the console with the rows behind it. */
            link: string;
            /**
             * Format: double
             * @description Less than so many hours; `null` without end.
             */
            to_hours: number | null;
        };
        /** @description A list that is whole. */
        All_Account: {
            /** @description Everything. */
            items: {
                /** Format: date-time */
                created: string;
                /** @description Signs in by OpenID Connect. */
                external: boolean;
                /** Format: date-time */
                last_seen: string | null;
                login: string;
                name: string;
                role: components["schemas"]["Role"];
                state: components["schemas"]["AccountState"];
                /** @description For `If-Match`. */
                version: string;
            }[];
        };
        /** @description A list that is whole. */
        All_ApiKey: {
            /** @description Everything. */
            items: {
                /** Format: date-time */
                created: string;
                /** Format: date-time */
                expires: string | null;
                id: string;
                /** Format: date-time */
                last_used: string | null;
                name: string;
                /** Format: date-time */
                revoked: string | null;
                /** @description What it is for. */
                scopes: string[];
                /** @description In whose name it sends. */
                sender: string;
            }[];
        };
        /** @description A list that is whole. */
        All_Choice: {
            /** @description Everything. */
            items: {
                /** @description In the reader's language. */
                label: string;
                /** @description The stable word. */
                value: string;
            }[];
        };
        /** @description A list that is whole. */
        All_CountryView: {
            /** @description Everything. */
            items: {
                /** @description ISO 3166-1 alpha-2. */
                code: string;
                /** @description In the reader's language. */
                name: string;
            }[];
        };
        /** @description A list that is whole. */
        All_FilterKey: {
            /** @description Everything. */
            items: {
                /** @description The words it takes, of a choice or flag. */
                choices: components["schemas"]["Choice"][];
                /** @description An example. */
                example: string;
                /** @description As typed. */
                key: string;
                /** @description What values it takes. */
                kind: components["schemas"]["FilterKeyKind"];
                /** @description What it means. */
                label: string;
            }[];
        };
        /** @description A list that is whole. */
        All_HsCodeView: {
            /** @description Everything. */
            items: {
                /** @description Six digits. */
                code: string;
                description: string;
            }[];
        };
        /** @description A list that is whole. */
        All_IndicatorView: {
            /** @description Everything. */
            items: {
                code: string;
                /** @description What it tests, in a sentence. */
                meaning: string;
                /** @description Short name. */
                title: string;
            }[];
        };
        /** @description A list that is whole. */
        All_PlaceView: {
            /** @description Everything. */
            items: {
                /** @description The port area it belongs to. */
                area: string;
                /** @description UN/LOCODE or facility. */
                code: string;
                country: string;
                /**
                 * Format: double
                 * @description Degrees north.
                 */
                lat: number | null;
                /**
                 * Format: double
                 * @description Degrees east.
                 */
                lon: number | null;
                name: string;
            }[];
        };
        /** @description A list that is whole. */
        All_SavedFilter: {
            /** @description Everything. */
            items: {
                /**
                 * Format: int64
                 * @description Cases that it shows now.
                 */
                count: number;
                /** @description In the filter language. */
                filter: string;
                /** Format: int64 */
                id: number;
                mine: boolean;
                name: string;
                owner: components["schemas"]["Person"];
                /** @description Whether everybody sees it. */
                shared: boolean;
                /** @description Order of the rows. */
                sort: string;
                /** @description For `If-Match`. */
                version: string;
            }[];
        };
        /** @description A list that is whole. */
        All_SenderCounts: {
            /** @description Everything. */
            items: {
                /**
                 * Format: int64
                 * @description That became records.
                 */
                accepted: number;
                /**
                 * Format: int64
                 * @description Known already.
                 */
                duplicate: number;
                /**
                 * Format: int64
                 * @description Files.
                 */
                files: number;
                /**
                 * Format: date-time
                 * @description When the last file came.
                 */
                last_received: string;
                /**
                 * Format: int64
                 * @description Refused.
                 */
                quarantined: number;
                /**
                 * Format: int64
                 * @description Messages in them.
                 */
                read: number;
                /** @description Who. */
                sender: string;
            }[];
        };
        /** @description A list that is whole. */
        All_Subscription: {
            /** @description Everything. */
            items: {
                /** @description Path of the callback on this server. */
                callback: string;
                /** @description What the carrier calls it; where set, notifications must name it as `Subscription-ID`. */
                carrier_id: string | null;
                /**
                 * Format: date-time
                 * @description When it was made.
                 */
                created: string;
                /** @description Its id here. */
                id: string;
                /** @description What it is for. */
                name: string;
                /**
                 * Format: date-time
                 * @description When its secret was changed last.
                 */
                rotated: string | null;
                /** @description Who sends by it. */
                sender: string;
            }[];
        };
        /** @description A list that is whole. */
        All_TripView: {
            /** @description Everything. */
            items: {
                /** @description The sea part in order. */
                calls: components["schemas"]["TripCall"][];
                /** @description Carrier as most events have it. */
                carrier: string | null;
                /**
                 * Format: double
                 * @description How sure the trip is, 0 to 1.
                 */
                confidence: number;
                /** @description Container number. */
                container: string;
                /**
                 * Format: date-time
                 * @description Last believed event.
                 */
                end: string;
                /** @description Believed and doubted events in order of time. */
                events: components["schemas"]["TripEvent"][];
                /**
                 * Format: double
                 * @description Longest time between two believed events.
                 */
                longest_silence_hours: number;
                /**
                 * Format: int32
                 * @description Counts from 1 within the container number.
                 */
                sequence: number;
                /**
                 * Format: date-time
                 * @description First believed event.
                 */
                start: string;
                /** @description `open`, `closed`, `uncertain`. */
                status: string;
                /** @description Longitude and latitude along the sea routes between the calls. */
                track: number[][];
                /** @description IMO numbers of the vessels, in order. */
                vessels: string[];
            }[];
        };
        /** @description An API key. */
        ApiKey: {
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            expires: string | null;
            id: string;
            /** Format: date-time */
            last_used: string | null;
            name: string;
            /** Format: date-time */
            revoked: string | null;
            /** @description What it is for. */
            scopes: string[];
            /** @description In whose name it sends. */
            sender: string;
        };
        /** @description Boxes that come from an area, or go to it. */
        AreaFlow: {
            /** @description Port area. */
            area: string;
            /**
             * Format: int64
             * @description Calls counted.
             */
            count: number;
            /** @description Its country. */
            country: string;
            /** @description Its name. */
            name: string;
            /**
             * Format: double
             * @description Their share of those whose other end is known, 0 to 1.
             */
            share: number;
            /**
             * Format: int64
             * @description Of these, this week.
             */
            this_week: number;
            /**
             * Format: double
             * @description How many a week, in the weeks before.
             */
            usual_week: number | null;
        };
        /** @description One reason to be in an area. */
        AreaRole: {
            /**
             * Format: int64
             * @description Calls counted.
             */
            count: number;
            /**
             * @description `load`, `transhipment`, `discharge`.
             * @enum {string}
             */
            role: "load" | "transhipment" | "discharge";
            /**
             * Format: int64
             * @description Of these, this week.
             */
            this_week: number;
            /**
             * Format: double
             * @description How many a week, in the weeks before.
             */
            usual_week: number | null;
        };
        /** @description How long boxes stay for one purpose. */
        AreaStay: {
            /** @description The counts, ascending, without gaps, in hours. */
            bins: components["schemas"]["Bin"][];
            /**
             * Format: int64
             * @description Stays that ended.
             */
            count: number;
            /**
             * Format: double
             * @description Nine of ten were shorter.
             */
            high_hours: number;
            /**
             * Format: double
             * @description Half were shorter.
             */
            median_hours: number;
            /** @description `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle`. */
            role: string;
            /** @description What is measured, in words. */
            role_text: string;
            /**
             * Format: int64
             * @description Stays that began this week and ended.
             */
            week_count: number;
            /**
             * Format: double
             * @description Half of this week's were shorter.
             */
            week_median_hours: number | null;
        };
        /** @description A port area: what passes it, how long it stays, what is unusual this week. */
        AreaView: {
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /** @description Its code. */
            code: string;
            /** @description Its country, ISO 3166-1 alpha-2; empty when unknown. */
            country: string;
            /** @description The country in the reader's language. */
            country_name: string;
            /** @description Where the trips were last discharged, most first. */
            destinations: components["schemas"]["AreaFlow"][];
            /**
             * Format: double
             * @description Latitude, decimal degrees.
             */
            lat: number | null;
            /**
             * Format: double
             * @description Longitude, decimal degrees.
             */
            lon: number | null;
            /** @description Its name. */
            name: string;
            /** @description Where the trips were first loaded, most first. */
            origins: components["schemas"]["AreaFlow"][];
            /** @description Why boxes come: loaded, transhipped, discharged. */
            roles: components["schemas"]["AreaRole"][];
            /**
             * Format: date-time
             * @description Calls since then are counted.
             */
            since: string;
            /** @description How long boxes stay, by what they wait for. */
            stays: components["schemas"]["AreaStay"][];
            /**
             * Format: int64
             * @description Boxes there now, as far as is known.
             */
            there: number;
            /** @description Whether there were more calls than are kept, so that only the latest are counted. */
            truncated: boolean;
            /** @description What is unusual this week, farthest out first. */
            unusual: components["schemas"]["Deviation"][];
            /**
             * Format: int64
             * @description Calls counted.
             */
            visits: number;
            /** @description This week and those before, latest first. */
            weeks: components["schemas"]["AreaWeek"][];
        };
        /** @description One call of one trip at an area. */
        AreaVisit: {
            /**
             * Format: date-time
             * @description When it came.
             */
            arrived: string | null;
            /** @description Container number. */
            container: string;
            /**
             * Format: date-time
             * @description When it left.
             */
            departed: string | null;
            /**
             * Format: int32
             * @description Of these, not believed.
             */
            doubted: number;
            /** @description Where the trip was first loaded. */
            from: string | null;
            /** @description Its name. */
            from_name: string | null;
            /**
             * Format: double
             * @description How long it stayed, or has stayed so far.
             */
            hours: number | null;
            /** @description Whether the stay lasts, as far as is known. */
            lasts: boolean;
            /** @description The trip's strong reasons. */
            reasons: components["schemas"]["VisitReason"][];
            /**
             * Format: int32
             * @description Reports of what happened there.
             */
            reports: number;
            /**
             * @description `load`, `transhipment`, `discharge`.
             * @enum {string}
             */
            role: "load" | "transhipment" | "discharge";
            /**
             * Format: int32
             * @description Which of its trips.
             */
            sequence: number;
            /** @description Where the trip was last discharged. */
            to: string | null;
            /** @description Its name. */
            to_name: string | null;
        };
        /** @description One week of an area. */
        AreaWeek: {
            /**
             * Format: int64
             * @description Last discharges.
             */
            discharge: number;
            /**
             * Format: int64
             * @description Calls of which a report is doubted.
             */
            doubted: number;
            /**
             * Format: int64
             * @description Calls of trips with a strong reason.
             */
            flagged: number;
            /**
             * Format: date-time
             * @description Its first instant.
             */
            from: string;
            /**
             * Format: int64
             * @description First loads.
             */
            load: number;
            /**
             * Format: date-time
             * @description Its end.
             */
            to: string;
            /**
             * Format: int64
             * @description Transhipments.
             */
            transhipment: number;
            /**
             * Format: int64
             * @description Calls.
             */
            visits: number;
            /**
             * Format: int32
             * @description 0 is this week.
             */
            week: number;
        };
        /** @description How one arm fares. */
        ArmFigures: {
            /**
             * @description `risk` or `random`.
             * @enum {string}
             */
            arm: "risk" | "random";
            /**
             * Format: int64
             * @description With an irregularity.
             */
            found: number;
            /**
             * Format: double
             * @description Upper end of its 95 % interval.
             */
            high: number | null;
            /**
             * Format: int64
             * @description With an outcome.
             */
            inspected: number;
            /** @description Path of the console with the rows behind it. */
            link: string;
            /**
             * Format: double
             * @description Lower end of its 95 % interval.
             */
            low: number | null;
            /**
             * Format: double
             * @description Found divided by inspected.
             */
            rate: number | null;
        };
        /** @description As of when to assess. */
        Assess: {
            /**
             * Format: date-time
             * @description Only what was received up to this time; now if not given.
             */
            as_of?: string | null;
        };
        /** @description How assessing goes. */
        AssessStateView: {
            /** @description Why the last attempt failed. */
            failed: string | null;
            last: components["schemas"]["Run"] | null;
            /**
             * Format: double
             * @description How long it took.
             */
            seconds: number | null;
            /**
             * @description `idle` or `running`.
             * @enum {string}
             */
            state: "idle" | "running";
        };
        /** @description One record of the audit trail. */
        AuditRecord: {
            /** @description Stable word, such as `case.look`. */
            action: string;
            /** @description In the reader's language. */
            action_text: string;
            actor: components["schemas"]["Person"];
            /** @description What was afterwards. */
            after: unknown;
            /** @description What was before. */
            before: unknown;
            /** @description SHA-256 over the record and all before it. */
            hash: string;
            object: string;
            object_kind: string;
            /** @description From where: `console 10.0.0.7`, `api 10.0.0.7`, `command line`. */
            origin: string;
            request_id: string;
            /**
             * Format: int64
             * @description Place in the chain, from 1 without gaps.
             */
            sequence: number;
            /** Format: date-time */
            time: string;
        };
        /** @description Whether an assessment was begun. */
        Begun: {
            /**
             * @description `started`, or `running` when one was under way already.
             * @enum {string}
             */
            state: "started" | "running";
        };
        /**
         * @description What to make of an event.
         * @enum {string}
         */
        Belief: "believed" | "doubted" | "foreseen";
        /** @description One bar of a distribution. */
        Bin: {
            /**
             * Format: int64
             * @description How many lie within.
             */
            count: number;
            /**
             * Format: double
             * @description Lower end.
             */
            from: number;
            /**
             * Format: double
             * @description Upper end.
             */
            to: number;
        };
        /** @description Where the chain breaks first. */
        BrokenRecord: {
            /**
             * Format: int64
             * @description The first differing byte of the field, from 0.
             */
            byte: number | null;
            /** @description Column of the record, or `record`. */
            field: string;
            /** Format: int64 */
            sequence: number;
            /** @description `changed`, `missing`, `added`, `head_differs`, in a sentence. */
            text: string;
        };
        /** @description Many files in one request. */
        Bulk: {
            /** @description At most 1,000. */
            items: components["schemas"]["BulkItem"][];
        };
        /** @description What became of each, and in all. */
        BulkAnswer: {
            /** Format: int64 */
            accepted: number;
            /** Format: int64 */
            duplicate: number;
            items: components["schemas"]["BulkReceipt"][];
            /** Format: int64 */
            quarantined: number;
            /** Format: int64 */
            read: number;
        };
        /** @description One file of many: either `text` or `base64`. */
        BulkItem: {
            /** @description The file in base64, where it is not; may be compressed. */
            base64?: string | null;
            name: string;
            /** @description The file, where it is text. */
            text?: string | null;
        };
        /** @description One finding for many consignments. */
        BulkOutcome: {
            /** @description At most 200. */
            consignment_ids: string[];
            /**
             * @description Kind of irregularity; `null` when nothing was found.
             * @enum {string|null}
             */
            found?: "classification" | "cigarettes" | "controlled_goods" | "counterfeit" | "description" | "drugs" | "origin" | "other" | "people" | "prohibited_goods" | "quantity" | "transit_diversion" | "undervaluation" | "waste" | "weapons" | "weight" | null;
            /** @description The officer's words. */
            note?: string | null;
            /** @description Value of what was found in each. */
            value?: string | null;
        };
        /** @description What became of each. */
        BulkOutcomeAnswer: {
            items: components["schemas"]["BulkOutcomeItem"][];
        };
        /** @description What became of one consignment of many. */
        BulkOutcomeItem: {
            consignment_id: string;
            outcome: components["schemas"]["Outcome"] | null;
            problem: components["schemas"]["Problem"] | null;
        };
        /** @description What became of one file of many. */
        BulkReceipt: {
            problem: components["schemas"]["Problem"] | null;
            receipt: components["schemas"]["FileReceipt"] | null;
        };
        /** @description An outcome as another case shows it. */
        CaseOutcome: {
            /** @description Kind of irregularity; `null` when nothing was found. */
            found: string | null;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            recorded: string;
            /** @description Value found. */
            value: string | null;
        };
        /** @description An earlier case. */
        CaseRef: {
            /** @description Day of its arrival, or when it was first known. */
            day: string | null;
            /** @description What is declared. */
            goods: string;
            /** @description Consignment. */
            id: string;
            /**
             * @description Its lane, where it was listed.
             * @enum {string|null}
             */
            lane: "red" | "yellow" | "blue" | "green" | null;
            /** @description Whether it still waits. */
            open: boolean;
            outcome: components["schemas"]["CaseOutcome"] | null;
            /** @description Port areas in order. */
            route: string[];
            /**
             * Format: double
             * @description Its score, where one is at hand.
             */
            score: number | null;
        };
        /**
         * @description Whether a case waits, is worked on, or is done.
         * @enum {string}
         */
        CaseState: "free" | "taken" | "decided";
        /** @description What one document says of one field. */
        Cell: {
            /** @description As declared or reported. */
            text: string;
        };
        /** @description A change of one's own password. */
        ChangePassword: {
            current: string;
            /** Format: password */
            new: string;
        };
        /**
         * @description Which kind of number carries its own check.
         * @enum {string}
         */
        CheckedNumber: "container" | "imo";
        /** @description A value to choose, with its words. */
        Choice: {
            /** @description In the reader's language. */
            label: string;
            /** @description The stable word. */
            value: string;
        };
        /**
         * @description The kinds of problem that a client may want to tell apart.
         * @enum {string}
         */
        Code: "invalid_request" | "not_signed_in" | "wrong_credentials" | "wrong_signature" | "too_many_attempts" | "forbidden" | "not_found" | "method_not_allowed" | "no_free_case" | "nothing_assessed" | "locked_by_other" | "lock_lost" | "stale" | "precondition_required" | "conflict" | "idempotency_mismatch" | "too_late" | "too_large" | "unreadable" | "unsupported_encoding" | "rate_limited" | "unavailable" | "internal";
        /** @description How many were refused with one code. */
        CodeCount: {
            code: string;
            /** Format: int64 */
            count: number;
        };
        /** @description What a reason was compared with. */
        Comparison: (components["schemas"]["Distribution"] & {
            /** @enum {string} */
            kind: "distribution";
        }) | (components["schemas"]["RoutesCompared"] & {
            /** @enum {string} */
            kind: "routes";
        });
        /** @description How many messages say something, of those that should. */
        Completeness: {
            /** @description `vessel`, `voyage`, `full_empty`, `size_type`, `seal` or `gross_mass`. */
            field: string;
            /**
             * Format: int64
             * @description How many should.
             */
            of: number;
            /**
             * Format: int64
             * @description How many say it.
             */
            said: number;
        };
        /** @description A consignment and what it was assessed with. */
        ConsignmentAnswer: {
            /** @description As of, score, reasons, what was judged and what could not be. */
            assessment: Record<string, never>;
            /** @description The consignment as it was assembled. */
            consignment: Record<string, never>;
            row: components["schemas"]["QueueRow"];
        };
        /** @description Every trip of a container as far as it is known. */
        ContainerTrips: {
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /** @description Container number in normal form. */
            container: string;
            /** @description What is wrong with the number itself, in words; `null` when its check digit holds. */
            fault: string | null;
            /**
             * Format: int64
             * @description How many trips there are; the latest are shown.
             */
            total: number;
            /** @description The trips, earliest first. */
            trips: components["schemas"]["JudgedTrip"][];
        };
        /** @description The corrected message. */
        Corrected: {
            /** @description In place of what was sent; as it was sent if not given. */
            text?: string | null;
        };
        /** @description A country. */
        CountryView: {
            /** @description ISO 3166-1 alpha-2. */
            code: string;
            /** @description In the reader's language. */
            name: string;
        };
        /** @description What was received on a day. */
        DayCounts: {
            /**
             * Format: int64
             * @description Accepted.
             */
            accepted: number;
            /** @description The day, `2026-06-01`. */
            day: string;
            /**
             * Format: int64
             * @description Known already.
             */
            duplicate: number;
            /**
             * Format: int64
             * @description Refused.
             */
            quarantined: number;
        };
        /**
         * @description How much stands on a screen.
         * @enum {string}
         */
        Density: "compact" | "comfortable";
        /** @description Something that is unusual this week. */
        Deviation: {
            /**
             * Format: double
             * @description How many standard deviations this week lies off.
             */
            deviations: number;
            /**
             * Format: double
             * @description What the weeks before let expect.
             */
            expected: number;
            /** @description `calls`, `role`, `origin`, `flagged`, `doubted`, `long_stays`. */
            kind: string;
            /** @description The rows behind it. */
            rows: components["schemas"]["VisitRows"];
            /** @description In words. */
            text: string;
            /**
             * Format: double
             * @description This week's figure.
             */
            value: number;
        };
        /** @description What is wrong with a message, and where. */
        Diagnostic: {
            /** @description Stable code, such as `CSV-TIME`. */
            code: string;
            /** @description What the standard wants here. */
            expected: string;
            /** @description What stood there. */
            found: string;
            /** @description Column, element or JSON path. */
            path: string;
            /**
             * @description `error` or `warning`.
             * @enum {string}
             */
            severity: "error" | "warning";
            /** @description The bytes in question. */
            span: components["schemas"]["Span"];
            /** @description All of it in a sentence. */
            text: string;
        };
        /** @description Why nothing is to come of a message. */
        Discard: {
            /** @description Kept with it. */
            reason: string;
        };
        /** @description A value among those it was compared with. */
        Distribution: {
            /** @description The counts, ascending, without gaps. */
            bins: components["schemas"]["Bin"][];
            /** @description Currency of amounts. */
            currency: string | null;
            /**
             * Format: double
             * @description Half lie below.
             */
            median: number | null;
            /**
             * Format: int64
             * @description How many were counted.
             */
            population: number;
            /** @description How the axis is divided. */
            scale: components["schemas"]["Scale"];
            /**
             * Format: double
             * @description Where the indicator fires.
             */
            threshold: number | null;
            /** @description Unit of every number. */
            unit: components["schemas"]["ValueUnit"];
            /**
             * Format: double
             * @description This consignment's value.
             */
            value: number;
            /** @description What is compared, in words. */
            what: string;
        };
        /** @description One document or report of the table. */
        DocumentColumn: {
            /** @description Stable key. */
            key: string;
            message: components["schemas"]["MessageRef"] | null;
            /**
             * Format: date-time
             * @description When it was received.
             */
            received: string | null;
            /** @description Its own number. */
            reference: string | null;
            /** @description What it is, in words. */
            title: string;
        };
        /** @description One field over all documents. */
        DocumentRow: {
            /** @description One a column; `null` where the document says nothing. */
            cells: (components["schemas"]["Cell"] | null)[];
            /** @description Whether two documents differ beyond what is tolerated. */
            disagree: boolean;
            /** @description Stable key. */
            key: string;
            /** @description What the field is, in words. */
            label: string;
        };
        /** @description What the documents say, side by side. */
        DocumentsTable: {
            /** @description Documents and reports, in order of receipt within their kind. */
            columns: components["schemas"]["DocumentColumn"][];
            /** @description Fields. */
            rows: components["schemas"]["DocumentRow"][];
        };
        /** @description A door by which messages come in, and whether it stands open. */
        DoorFigures: {
            /** @description In a sentence, in English. */
            detail: string;
            /** @description `folder` or `mqtt`. */
            door: string;
            /**
             * Format: int64
             * @description Files or messages kept since the server started.
             */
            kept: number;
            /** @description Whether its folder can be read, its broker is connected. */
            open: boolean;
            /**
             * Format: int64
             * @description Files or messages that could not be read since then.
             */
            refused: number;
        };
        /** @description Earlier cases of the same container, consignee, route; latest first. */
        Earlier: {
            /** @description Of its consignee. */
            consignee: components["schemas"]["CaseRef"][];
            /** @description Of one of its containers. */
            container: components["schemas"]["CaseRef"][];
            /** @description Of its route. */
            route: components["schemas"]["CaseRef"][];
        };
        /** @description What to evaluate. */
        Evaluate: {
            /**
             * Format: double
             * @description Share of consignments that can be inspected; 0.02 if not given.
             */
            capacity?: number | null;
        };
        /** @description How good the ranking is on the loaded world. */
        Evaluation: {
            /** @description Whether the truth of the loaded world is known to this server. */
            available: boolean;
            /** @description Why it failed. */
            failed: string | null;
            /** @description As `tidewaiter evaluate --json` prints it. */
            report: Record<string, never> | null;
            /**
             * @description `none`, `running`, `done` or `failed`.
             * @enum {string}
             */
            state: "none" | "running" | "done" | "failed";
        };
        /** @description One consignment with everything its assessment stands on. */
        Evidence: {
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /** @description What the documents say, side by side. */
            documents: components["schemas"]["DocumentsTable"];
            /** @description Earlier cases. */
            earlier: components["schemas"]["Earlier"];
            /** @description Facts of the head. */
            facts: components["schemas"]["Fact"][];
            /** @description The kinds of finding there are. */
            findings: components["schemas"]["Choice"][];
            /** @description Every line of goods. */
            goods: components["schemas"]["GoodsView"][];
            /** @description How its records were joined, in words. */
            joins: string[];
            /** @description What could not be judged. */
            not_evaluated: components["schemas"]["NotEvaluated"][];
            /**
             * Format: int64
             * @description Open consignments in that run.
             */
            open: number;
            /** @description What was found, latest first. */
            outcomes: components["schemas"]["Outcome"][];
            /** @description The parties with their history. */
            parties: components["schemas"]["PartyHistory"][];
            /** @description What was judged and did not fire. */
            passed: components["schemas"]["Passed"][];
            /**
             * Format: int64
             * @description Place among the open consignments by score, from 1.
             */
            rank_by_score: number;
            /** @description Every reason, strongest contribution first. */
            reasons: components["schemas"]["EvidenceReason"][];
            /** @description Reference of the dossier: consignment, run and a digest of what is shown. */
            reference: string;
            /** @description Its row on the queue. */
            row: components["schemas"]["QueueRow"];
            /**
             * Format: int64
             * @description Number of the assessment run.
             */
            run: number;
            /** @description The trips of its containers. */
            trips: components["schemas"]["TripView"][];
        };
        /** @description A reason with what it stands on. */
        EvidenceReason: components["schemas"]["ReasonView"] & {
            comparison: components["schemas"]["Comparison"] | null;
            /** @description The messages it stands on. */
            evidence: components["schemas"]["Piece"][];
            /** @description One sentence: what the indicator tests. */
            meaning: string;
            trip: components["schemas"]["TripPart"] | null;
            /**
             * Format: double
             * @description What it adds to the score by itself, 0 to 1.
             */
            weight: number;
        };
        /** @description Part of a message with the bytes in question marked. Bytes that are not UTF-8 are shown as U+FFFD. */
        Excerpt: {
            /** @description What stands after. */
            after: string;
            /** @description What stands before. */
            before: string;
            /** @description Whether more of the message stands after. */
            cut_after: boolean;
            /** @description Whether more of the message stands before. */
            cut_before: boolean;
            /** @description The bytes in question. */
            marked: string;
        };
        /** @description A fact of the head of the page. */
        Fact: {
            /** @description Stable key. */
            key: string;
            /** @description What it is, in words. */
            label: string;
            /** @description The fact in words. */
            text: string;
        };
        /** @description One figure with what is behind it. */
        Figure: {
            /** @description Currency of an amount. */
            currency: string | null;
            /**
             * Format: double
             * @description Upper end of its 95 % interval.
             */
            high: number | null;
            /** @description Stable key. */
            key: string;
            /** @description In words. */
            label: string;
            /** @description Path of the console with the rows behind it. */
            link: string | null;
            /**
             * Format: double
             * @description Lower end of its 95 % interval.
             */
            low: number | null;
            /**
             * Format: double
             * @description Of how many.
             */
            of: number | null;
            /** @description What it counts. */
            unit: components["schemas"]["FigureUnit"];
            /**
             * Format: double
             * @description The figure.
             */
            value: number;
        };
        /**
         * @description What a figure counts.
         * @enum {string}
         */
        FigureUnit: "count" | "share" | "amount" | "hours";
        /** @description What became of a file's messages: read = accepted + duplicate + quarantined. */
        FileReceipt: {
            /** Format: int64 */
            accepted: number;
            /**
             * Format: int64
             * @description Accepted messages whose source and id were known with other content.
             */
            conflicts: number;
            /** @description What is wrong with its messages; spans count from the start of the decompressed file. */
            diagnostics: components["schemas"]["Diagnostic"][];
            /** Format: int64 */
            duplicate: number;
            error: string | null;
            /** @description Format that was recognised. */
            format: string | null;
            name: string;
            /**
             * Format: int64
             * @description Number of the file in the store.
             */
            number: number;
            /** Format: int64 */
            quarantined: number;
            /** Format: int64 */
            read: number;
            /** Format: date-time */
            received: string | null;
            sender: string | null;
        };
        /** @description A key of the filter language. */
        FilterKey: {
            /** @description The words it takes, of a choice or flag. */
            choices: components["schemas"]["Choice"][];
            /** @description An example. */
            example: string;
            /** @description As typed. */
            key: string;
            /** @description What values it takes. */
            kind: components["schemas"]["FilterKeyKind"];
            /** @description What it means. */
            label: string;
        };
        /**
         * @description What values a filter key takes.
         * @enum {string}
         */
        FilterKeyKind: "text" | "code" | "number" | "date" | "choice" | "flag";
        /** @description A filter to save. */
        FilterToSave: {
            filter: string;
            name: string;
            shared?: boolean;
            sort?: string;
        };
        /** @description One line of goods. */
        GoodsView: {
            /** @description Description as declared. */
            description: string | null;
            /**
             * Format: double
             * @description Gross mass in kilograms.
             */
            gross_mass_kg: number | null;
            /** @description HS code as declared. */
            hs_code: string | null;
            /** @description What the code's chapter is about, in a few words; `null` unless known in the reader's language. */
            hs_text: string | null;
            /**
             * Format: double
             * @description Net mass in kilograms.
             */
            net_mass_kg: number | null;
            /** @description Country of origin. */
            origin: string | null;
            value: components["schemas"]["Money"] | null;
        };
        /** @description Whether the server is well, and what was looked at. */
        Health: {
            checks: components["schemas"]["HealthCheck"][];
            status: components["schemas"]["HealthStatus"];
        };
        /** @description One thing that was looked at. */
        HealthCheck: {
            /** @description Only for those who are signed in. */
            detail?: string | null;
            name: string;
            ok: boolean;
        };
        /**
         * @description In one word.
         * @enum {string}
         */
        HealthStatus: "ok" | "failing";
        /** @description An HS code. */
        HsCodeView: {
            /** @description Six digits. */
            code: string;
            description: string;
        };
        /** @description How an indicator fares. */
        IndicatorFigures: {
            /** @description Code. */
            code: string;
            /**
             * Format: int64
             * @description Open cases in which it fired.
             */
            fired: number;
            /**
             * Format: int64
             * @description Of those, with an irregularity.
             */
            found: number;
            /**
             * Format: int64
             * @description Cases with an outcome in which it had fired.
             */
            inspected: number;
            /** @description Path of the console with the rows behind it. */
            link: string;
            /** @description Short name. */
            title: string;
        };
        /** @description An indicator by its name. */
        IndicatorLabel: {
            /** @description Code. */
            code: string;
            /** @description Short name. */
            title: string;
        };
        /** @description An indicator. */
        IndicatorView: {
            code: string;
            /** @description What it tests, in a sentence. */
            meaning: string;
            /** @description Short name. */
            title: string;
        };
        /** @description One trip with what was found in it and what it was compared with. */
        JudgedTrip: {
            /** @description The cases that this trip carried, riskiest first. */
            cases: components["schemas"]["TripCase"][];
            /** @description False for an empty being repositioned. */
            laden: boolean;
            /** @description The way between the calls: one fewer than the calls. */
            legs: components["schemas"]["TripLeg"][];
            /** @description What could not be judged without or for lack of something. */
            not_evaluated: components["schemas"]["NotEvaluated"][];
            /**
             * Format: int32
             * @description Which physical box under that number; 0 unless two were told apart.
             */
            physical_box: number;
            /** @description Every reason that stands on the trip alone, strongest contribution first. */
            reasons: components["schemas"]["EvidenceReason"][];
            /**
             * Format: int32
             * @description Messages in all.
             */
            reports: number;
            route: components["schemas"]["RouteSupport"] | null;
            /**
             * Format: double
             * @description The chance that the trip is wrong, from its own reasons, 0 to 1; what declarations say plays no part.
             */
            score: number;
            /** @description Who reported it, most events first. */
            sources: components["schemas"]["TripSource"][];
            /** @description The stays that have both ends, or last, each among those of its place and role. */
            stays: components["schemas"]["TripStay"][];
            /** @description Calls, events, way by sea. */
            trip: components["schemas"]["TripView"];
        };
        /** @description A key to make. */
        KeyToMake: {
            /**
             * Format: date-time
             * @description When it ends; never if not given.
             */
            expires?: string | null;
            name: string;
            /** @description `messages:write`, `queue:read`, `cases:read`, `metrics:read`, `reference:read`. */
            scopes: ("messages:write" | "queue:read" | "cases:read" | "metrics:read" | "reference:read")[];
            /** @description In whose name it sends. */
            sender: string;
        };
        /** @description Messages that were late by so much. */
        LateBin: {
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
            /**
             * Format: double
             * @description At least so many hours; `null`: received before it happened.
             */
            from_hours: number | null;
            /**
             * Format: double
             * @description Less than so many hours; `null` without end.
             */
            to_hours: number | null;
        };
        /** @description From the event to its receipt, of what had happened. */
        Lateness: {
            /** @description All of them. */
            bins: components["schemas"]["LateBin"][];
            /**
             * Format: double
             * @description Half of them were less late.
             */
            median_hours: number | null;
            /**
             * Format: int64
             * @description Messages that count.
             */
            messages: number;
            /**
             * Format: double
             * @description Nine of ten were less late.
             */
            p90_hours: number | null;
        };
        /** @description The risk arm's rate divided by the random arm's, with its 95 % interval. */
        Lift: {
            /**
             * Format: double
             * @description Upper end.
             */
            high: number | null;
            /**
             * Format: double
             * @description Lower end.
             */
            low: number | null;
            /**
             * Format: double
             * @description The ratio; `null` while the random arm has found nothing.
             */
            value: number | null;
        };
        /** @description Who holds a case, and until when. */
        Lock: {
            /**
             * Format: date-time
             * @description When it ends by itself.
             */
            expires: string;
            /** @description Who. */
            holder: components["schemas"]["Person"];
            /** @description Whether the reader holds it. */
            mine: boolean;
            /**
             * Format: date-time
             * @description Since when.
             */
            taken: string;
        };
        /** @description A key that was just made. */
        MadeKey: components["schemas"]["ApiKey"] & {
            /** @description Shown this once. */
            secret: string;
        };
        /** @description A subscription with a secret that was just made. */
        MadeSubscription: components["schemas"]["Subscription"] & {
            /** @description In base64, as the carrier's API takes it. Shown this once. */
            secret: string;
        };
        /** @description Consignments of a filter on the map. */
        MapAnswer: {
            /** @description The areas that calls refer to. */
            areas: components["schemas"]["MapArea"][];
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /** @description The consignments, riskiest first. */
            consignments: components["schemas"]["MapConsignment"][];
            /**
             * Format: date-time
             * @description First time of any call.
             */
            from: string;
            /**
             * Format: date-time
             * @description Last time of any call.
             */
            to: string;
            /**
             * Format: int64
             * @description How many match.
             */
            total: number;
            /** @description Whether there are more than the limit. */
            truncated: boolean;
        };
        /** @description A port area on the map. */
        MapArea: {
            /** @description Its code. */
            code: string;
            /** @description Its country. */
            country: string;
            /**
             * Format: double
             * @description Latitude, decimal degrees.
             */
            lat: number;
            /**
             * Format: double
             * @description Longitude, decimal degrees.
             */
            lon: number;
            /** @description Its name. */
            name: string;
        };
        /** @description A consignment on the map. */
        MapConsignment: {
            /** @description Its calls in order: `[area, arrived, departed]`. */
            calls: [
                number,
                number | null,
                number | null
            ][];
            /** @description Its id. */
            id: string;
            /** @description Container and goods, short. */
            label: string;
            /**
             * @description Its lane, where it is listed.
             * @enum {string|null}
             */
            lane: "red" | "yellow" | "blue" | "green" | null;
            /**
             * Format: double
             * @description Its score.
             */
            score: number;
        };
        /** @description How the administration wants its map: borders and names are its choice. Table `[map]` of the settings. */
        MapSettings: {
            /**
             * @description Longitude and latitude of the centre.
             * @default [
             *       20,
             *       25
             *     ]
             */
            center: number[];
            /**
             * @description Codes drawn as disputed.
             * @default []
             */
            disputed: string[];
            /**
             * @description Countries drawn as home, ISO 3166-1 alpha-2.
             * @default []
             */
            home_countries: string[];
            /**
             * @description The administration's name for a country or area, by code.
             * @default {}
             */
            names: {
                [key: string]: string;
            };
            /**
             * @description The administration's own outlines instead of the built-in ones.
             * @default null
             */
            outlines_url: string | null;
            /**
             * Format: double
             * @description How near; 1 shows the world.
             * @default 1
             */
            zoom: number;
        };
        /** @description A message in the archive: file, first byte, number of bytes. */
        MessageRef: {
            /**
             * Format: int64
             * @description Number of the ingested file.
             */
            file: number;
            /**
             * Format: int64
             * @description Bytes of the message.
             */
            len: number;
            /**
             * Format: int64
             * @description Offset of the message's first byte in the decompressed file.
             */
            start: number;
        };
        /** @description A message as it was received. */
        MessageText: {
            /** Format: int64 */
            bytes_len: number;
            file_name: string;
            format: string;
            message: components["schemas"]["MessageRef"];
            /** Format: date-time */
            received: string;
            sender: string | null;
            /** @description Bytes that are not UTF-8 are shown as U+FFFD. */
            text: string;
            /** @description Whether there is more than is shown. */
            truncated: boolean;
        };
        /**
         * @description Whether there are accounts.
         * @enum {string}
         */
        Mode: "local" | "accounts";
        /** @description An amount in a currency. */
        Money: {
            /**
             * @description How much, exact, as a string.
             * @example 1200.50
             */
            amount: string;
            /** @description ISO 4217 code as reported. */
            currency: string;
        };
        /** @description What was found. */
        NewOutcome: {
            /**
             * @description Kind of irregularity; `null` when nothing was found.
             * @enum {string|null}
             */
            found?: "classification" | "cigarettes" | "controlled_goods" | "counterfeit" | "description" | "drugs" | "origin" | "other" | "people" | "prohibited_goods" | "quantity" | "transit_diversion" | "undervaluation" | "waste" | "weapons" | "weight" | null;
            /** @description The officer's words. */
            note?: string | null;
            /** @description Value of what was found, or duty recovered. */
            value?: string | null;
        };
        /** @description An indicator that could not be judged. */
        NotEvaluated: {
            /** @description Indicator code. */
            code: string;
            /** @description What was missing, in words. */
            text: string;
            /** @description Its short name. */
            title: string;
        };
        /** @description Whether a number's own check holds. */
        NumberCheck: {
            /** @description Which kind of number it looks like. */
            kind: components["schemas"]["CheckedNumber"];
            /** @description What may be wrong, likeliest first. */
            suspects: components["schemas"]["Suspect"][];
            /** @description In words. */
            text: string;
            /** @description Whether the check holds. */
            valid: boolean;
        };
        /** @description Signing in elsewhere. */
        OpenIdConnect: {
            /** @description What stands on the button. */
            label: string;
            /** @description Where it leads. */
            url: string;
        };
        /** @description What was found. */
        Outcome: {
            by: components["schemas"]["Person"] | null;
            /** @description Kind of irregularity; `null` when nothing was found. */
            found: string | null;
            /**
             * Format: int64
             * @description Its number.
             */
            id: number;
            /** @description The officer's words. */
            note: string | null;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            recorded: string;
            /**
             * Format: date-time
             * @description Until when whoever recorded it can take it back; `null` for others and later.
             */
            undo_until: string | null;
            /** @description Value of what was found, or duty recovered. */
            value: string | null;
            /** @description Whether it was taken back. */
            withdrawn: boolean;
        };
        /** @description How the work goes. */
        Overview: {
            /** @description How long the waiting ones have waited. */
            age_of_waiting: components["schemas"]["AgeBand"][];
            /** @description Risk arm and random arm. */
            arms: components["schemas"]["ArmFigures"][];
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /** @description Day of today's list. */
            day: string;
            /** @description Doors that the settings ask for. */
            doors: components["schemas"]["DoorFigures"][];
            /** @description What was found. */
            found: components["schemas"]["Figure"][];
            /** @description Indicators. */
            indicators: components["schemas"]["IndicatorFigures"][];
            /** @description The one divided by the other. */
            lift: components["schemas"]["Lift"];
            /** @description Work by person, today. */
            people: components["schemas"]["PersonFigures"][];
            /** @description Messages by day. */
            received_by_day: components["schemas"]["DayCounts"][];
            /** @description Messages by sender. */
            senders: components["schemas"]["SenderFigures"][];
            /** @description Waiting, taken, overdue, decided today, on the list. */
            work: components["schemas"]["Figure"][];
        };
        /** @description One page of a list. */
        Page_AreaVisit: {
            /** @description What stands on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description When it came.
                 */
                arrived: string | null;
                /** @description Container number. */
                container: string;
                /**
                 * Format: date-time
                 * @description When it left.
                 */
                departed: string | null;
                /**
                 * Format: int32
                 * @description Of these, not believed.
                 */
                doubted: number;
                /** @description Where the trip was first loaded. */
                from: string | null;
                /** @description Its name. */
                from_name: string | null;
                /**
                 * Format: double
                 * @description How long it stayed, or has stayed so far.
                 */
                hours: number | null;
                /** @description Whether the stay lasts, as far as is known. */
                lasts: boolean;
                /** @description The trip's strong reasons. */
                reasons: components["schemas"]["VisitReason"][];
                /**
                 * Format: int32
                 * @description Reports of what happened there.
                 */
                reports: number;
                /** @description `load`, `transhipment`, `discharge`. */
                role: string;
                /**
                 * Format: int32
                 * @description Which of its trips.
                 */
                sequence: number;
                /** @description Where the trip was last discharged. */
                to: string | null;
                /** @description Its name. */
                to_name: string | null;
            }[];
            /** @description Where the next page begins, to be given as `after`; `null` at the end. */
            next: string | null;
            /**
             * Format: int64
             * @description How many there are in all, where that is counted.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_AuditRecord: {
            /** @description What stands on this page. */
            items: {
                /** @description Stable word, such as `case.look`. */
                action: string;
                /** @description In the reader's language. */
                action_text: string;
                actor: components["schemas"]["Person"];
                /** @description What was afterwards. */
                after: unknown;
                /** @description What was before. */
                before: unknown;
                /** @description SHA-256 over the record and all before it. */
                hash: string;
                object: string;
                object_kind: string;
                /** @description From where: `console 10.0.0.7`, `api 10.0.0.7`, `command line`. */
                origin: string;
                request_id: string;
                /**
                 * Format: int64
                 * @description Place in the chain, from 1 without gaps.
                 */
                sequence: number;
                /** Format: date-time */
                time: string;
            }[];
            /** @description Where the next page begins, to be given as `after`; `null` at the end. */
            next: string | null;
            /**
             * Format: int64
             * @description How many there are in all, where that is counted.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_FileReceipt: {
            /** @description What stands on this page. */
            items: {
                /** Format: int64 */
                accepted: number;
                /**
                 * Format: int64
                 * @description Accepted messages whose source and id were known with other content.
                 */
                conflicts: number;
                /** @description What is wrong with its messages; spans count from the start of the decompressed file. */
                diagnostics: components["schemas"]["Diagnostic"][];
                /** Format: int64 */
                duplicate: number;
                error: string | null;
                /** @description Format that was recognised. */
                format: string | null;
                name: string;
                /**
                 * Format: int64
                 * @description Number of the file in the store.
                 */
                number: number;
                /** Format: int64 */
                quarantined: number;
                /** Format: int64 */
                read: number;
                /** Format: date-time */
                received: string | null;
                sender: string | null;
            }[];
            /** @description Where the next page begins, to be given as `after`; `null` at the end. */
            next: string | null;
            /**
             * Format: int64
             * @description How many there are in all, where that is counted.
             */
            total?: number | null;
        };
        /** @description One page of a list. */
        Page_Run: {
            /** @description What stands on this page. */
            items: {
                /**
                 * Format: date-time
                 * @description Only what was received up to here was used.
                 */
                as_of: string;
                /**
                 * Format: int64
                 * @description Consignments assessed.
                 */
                assessed: number;
                /**
                 * Format: int64
                 * @description Its number.
                 */
                run: number;
            }[];
            /** @description Where the next page begins, to be given as `after`; `null` at the end. */
            next: string | null;
            /**
             * Format: int64
             * @description How many there are in all, where that is counted.
             */
            total?: number | null;
        };
        /** @description A parameter of a reason: its type says how it is written. */
        Param: {
            /**
             * @description `text`, `place`, `places`, `country`, `countries`, `hs_code`, `number`, `count`, `share`, `hours`, `mass_kg`,
             *     `distance_nm`, `speed_kmh`, `amount_per_kg`, `time`.
             */
            type: string;
            /** @description The value: a text, a number or a list of texts. */
            value: unknown;
        };
        /** @description A party with what is known of it from before. */
        PartyHistory: {
            /** @description Address on one line. */
            address: string | null;
            /**
             * Format: int64
             * @description Earlier consignments in this role.
             */
            consignments: number;
            /**
             * Format: int64
             * @description Of those, with an irregularity.
             */
            found: number;
            /**
             * Format: int64
             * @description Of those, with an outcome.
             */
            inspected: number;
            /** @description Who. */
            party: components["schemas"]["PartyView"];
            /** @description The latest of them. */
            recent: components["schemas"]["CaseRef"][];
            /** @description What it is here. */
            role: components["schemas"]["PartyRole"];
            /** @description The same in words. */
            role_text: string;
        };
        /**
         * @description What a party is to a consignment.
         * @enum {string}
         */
        PartyRole: "consignor" | "consignee" | "declarant" | "notify" | "carrier";
        /** @description A party as declared. */
        PartyView: {
            /** @description Country, ISO 3166-1 alpha-2. */
            country: string | null;
            /** @description Trader identification number. */
            identifier: string | null;
            /** @description Name. */
            name: string | null;
        };
        /** @description An indicator that was judged and did not fire. */
        Passed: {
            /** @description Indicator code. */
            code: string;
            /** @description Its short name. */
            title: string;
        };
        /** @description A password to set. */
        PasswordToSet: {
            /**
             * Format: password
             * @description At least 12 characters.
             */
            password: string;
        };
        /**
         * @description One thing that a person may do.
         * @enum {string}
         */
        Permission: "read_cases" | "work_cases" | "override_locks" | "share_filters" | "send_messages" | "work_quarantine" | "assess" | "read_overview" | "evaluate" | "read_audit" | "manage_accounts" | "manage_settings";
        /** @description Who does something. */
        Person: {
            /** @description Login. */
            login: string;
            /** @description Name as shown. */
            name: string;
        };
        /** @description What a person did today. */
        PersonFigures: {
            /**
             * Format: int64
             * @description Cases decided.
             */
            decided: number;
            /**
             * Format: int64
             * @description Of those, with an irregularity.
             */
            found: number;
            /**
             * Format: int64
             * @description Cases held now.
             */
            holding: number;
            /** @description Path of the console with the rows behind it. */
            link: string;
            /**
             * Format: int64
             * @description Cases looked at.
             */
            looked: number;
            /** @description Who. */
            person: components["schemas"]["Person"];
        };
        /** @description One message that a reason stands on. */
        Piece: {
            /** @description Part of the message. */
            excerpt: components["schemas"]["Excerpt"];
            /** @description The file as it was named. */
            file_name: string;
            /** @description Format of the file. */
            format: string;
            /** @description The message. */
            message: components["schemas"]["MessageRef"];
            /**
             * Format: date-time
             * @description When it was received.
             */
            received: string | null;
            /** @description What the bytes show, as a stable word. */
            role: string;
            /** @description The same in words. */
            role_text: string;
            /** @description Who sent it. */
            sender: string | null;
        };
        /** @description A place where containers are handled. */
        PlaceView: {
            /** @description The port area it belongs to. */
            area: string;
            /** @description UN/LOCODE or facility. */
            code: string;
            country: string;
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number | null;
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number | null;
            name: string;
        };
        /** @description How a person wants the console. */
        Preferences: {
            density: components["schemas"]["Density"];
            /** @description Whether the guided first case was seen or skipped. */
            guide_done: boolean;
            language: components["schemas"]["PreferredLanguage"];
            /** @description Whether single keys do something. */
            shortcuts: boolean;
            theme: components["schemas"]["Theme"];
            /** @description IANA name, or `UTC`. */
            time_zone: string;
        };
        /**
         * @description A language of the console.
         * @enum {string}
         */
        PreferredLanguage: "en" | "fr" | "es" | "ar";
        /** @description RFC 9457 problem details. */
        Problem: {
            /** @description Stable word for the kind. */
            code: components["schemas"]["Code"];
            /** @description What happened here and what to do next. */
            detail: string;
            /** @description What exactly is wrong with the request. */
            errors?: components["schemas"]["ProblemItem"][] | null;
            holder?: components["schemas"]["Person"] | null;
            /** @description Under this id the server has more to say to the person who runs it. */
            request_id: string;
            /**
             * Format: int64
             * @description Seconds after which to try again.
             */
            retry_after_seconds?: number | null;
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description Short, the same for every problem of this code. */
            title: string;
            /** @description `about:blank`: the code says which kind it is. */
            type: string;
        };
        /** @description One thing that is wrong with a request. */
        ProblemItem: {
            /** @description What is wrong, a stable word. */
            code: string;
            /** @description What was found, what was expected, what is nearest. */
            params: {
                [key: string]: string;
            };
            /** @description Where: a JSON pointer into the body, `query:limit`, `filter:12-17` or `line:3`. */
            pointer: string;
        };
        /** @description A message in quarantine. */
        QuarantineItem: {
            /** @description Spans count from the start of the message. */
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @description Name of the file it came in. */
            file: string;
            /** Format: int64 */
            file_number: number;
            format: string;
            /** Format: int64 */
            id: number;
            /** Format: date-time */
            received: string;
            /** @description Login of whoever replayed or discarded it. */
            resolved_by: string | null;
            sender: string | null;
            /** @description Its bytes within the decompressed file. */
            span: components["schemas"]["Span"];
            /**
             * @description `open`, `replayed` or `discarded`.
             * @enum {string}
             */
            state: "open" | "replayed" | "discarded";
            /** @description For `If-Match`. */
            version: string;
        };
        /** @description A message in quarantine with its content. */
        QuarantineMessage: components["schemas"]["QuarantineItem"] & {
            /** @description Whether a corrected text can be sent: it is whole and it is text. */
            editable: boolean;
            /** @description The content in pieces; those that a diagnostic is about are marked. */
            segments: components["schemas"]["Segment"][];
            /** @description The whole content. */
            text: string;
            /** @description Whether there is more than is shown. */
            truncated: boolean;
        };
        /** @description A page of the quarantine, with how many there are in all and of which kind. */
        QuarantinePage: {
            by_code: components["schemas"]["CodeCount"][];
            by_sender: components["schemas"]["SenderCount"][];
            items: components["schemas"]["QuarantineItem"][];
            next: string | null;
            /** Format: int64 */
            total: number;
        };
        /** @description How many of the filtered cases are in which state. */
        QueueCounts: {
            /**
             * Format: int64
             * @description Decided.
             */
            decided: number;
            /**
             * Format: int64
             * @description Nobody has them.
             */
            free: number;
            /**
             * Format: int64
             * @description On today's list.
             */
            listed: number;
            /**
             * Format: int64
             * @description Undecided after their deadline.
             */
            overdue: number;
            /**
             * Format: int64
             * @description Somebody has them.
             */
            taken: number;
        };
        /** @description The goods of a row: the heaviest line. */
        QueueGoods: {
            /** @description Description as declared. */
            description: string | null;
            /** @description HS code as declared. */
            hs_code: string | null;
            /**
             * Format: int64
             * @description How many more lines there are.
             */
            more: number;
        };
        /** @description One page of the queue. */
        QueuePage: {
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /** @description Counts over all that match. */
            counts: components["schemas"]["QueueCounts"];
            /** @description Day of today's list. */
            day: string;
            /** @description The rows. */
            items: components["schemas"]["QueueRow"][];
            /** @description Where the next page begins. */
            next: string | null;
            /**
             * Format: int64
             * @description Number of the assessment run.
             */
            run: number;
            /**
             * Format: int64
             * @description How many match the filter.
             */
            total: number;
        };
        /** @description One case on the queue. */
        QueueRow: {
            /**
             * @description `risk` or `random`; `null` unless it is on a list.
             * @enum {string|null}
             */
            arm: "risk" | "random" | null;
            at_stake: components["schemas"]["Money"] | null;
            consignee: components["schemas"]["PartyView"] | null;
            consignor: components["schemas"]["PartyView"] | null;
            /** @description Containers as declared. */
            containers: string[];
            /**
             * Format: date-time
             * @description Until when to decide.
             */
            deadline: string | null;
            /**
             * Format: date-time
             * @description Expected arrival.
             */
            expected_arrival: string | null;
            /** @description What is declared. */
            goods: components["schemas"]["QueueGoods"];
            /** @description Consignment. */
            id: string;
            /**
             * @description `red`, `yellow`, `blue`, `green`; `null` unless it is on a list.
             * @enum {string|null}
             */
            lane: "red" | "yellow" | "blue" | "green" | null;
            /** @description Day of the list it is on, `2026-06-01`. */
            list_day: string | null;
            /**
             * Format: int32
             * @description Place on that list, from 1.
             */
            list_rank: number | null;
            lock: components["schemas"]["Lock"] | null;
            /** @description Office that decides. */
            office: string;
            /** @description Declared countries of origin, each once. */
            origins: string[];
            outcome: components["schemas"]["Outcome"] | null;
            /** @description Whether that has passed without an outcome. */
            overdue: boolean;
            /**
             * Format: int64
             * @description Place by score among all open ones, from 1; 0 for one that is no longer open.
             */
            rank: number;
            /**
             * @description Reasons in words: the strongest, then a needless transhipment or a loop, then by strength; empty where chance
             *     picked the case.
             */
            reasons: components["schemas"]["ReasonView"][];
            /**
             * Format: int64
             * @description How many more there are.
             */
            reasons_more: number;
            /** @description Indicators that fired and of which `reasons` says nothing. */
            reasons_rest: components["schemas"]["IndicatorLabel"][];
            /** @description Where it went and is bound for. */
            route: components["schemas"]["Stop"][];
            /**
             * Format: double
             * @description 0 to 1.
             */
            score: number;
            /** @description Free, taken or decided. */
            state: components["schemas"]["CaseState"];
            /** @description Transport document. */
            transport_document: string | null;
            value: components["schemas"]["Money"] | null;
            /** @description The case's version: its entity tag. */
            version: string;
        };
        /** @description A reason in words. */
        ReasonView: {
            /** @description Indicator code. */
            code: string;
            /** @description Parameters by name. */
            params: {
                [key: string]: components["schemas"]["Param"];
            };
            /**
             * Format: double
             * @description 0 (at the threshold) to 1.
             */
            strength: number;
            /** @description What was seen, in words. */
            text: string;
            /** @description Short name of the indicator. */
            title: string;
            /** @description Wording variant; empty when there is only one. */
            variant: string;
        };
        /** @description Which messages to read again. */
        ReplayMany: {
            /** @description All that wait if not given. */
            ids?: number[] | null;
        };
        /** @description What became of a replayed message. */
        Replayed: {
            /** @description What is still wrong. Spans count from the start of the text that was sent. */
            diagnostics: components["schemas"]["Diagnostic"][];
            /** @description Whether it left quarantine. */
            resolved: boolean;
        };
        /** @description What became of them. */
        ReplayedMany: {
            /** Format: int64 */
            remaining: number;
            /** Format: int64 */
            resolved: number;
            /** Format: int64 */
            tried: number;
        };
        /**
         * @description What a person is here for.
         * @enum {string}
         */
        Role: "officer" | "analyst" | "supervisor" | "administrator";
        /** @description The normal routes of the pair, in words and one by one. */
        RouteSupport: {
            /** @description How the boxes of this trip's carrier normally go, in words; empty where it has too few. */
            carrier_text: string;
            /** @description This route and the others. */
            compared: components["schemas"]["RoutesCompared"];
            /** @description How boxes normally go, in words. */
            text: string;
            /** @description How usual this route is, in words. */
            this_text: string;
        };
        /** @description A route beside the usual ones of its origin and destination. */
        RoutesCompared: {
            /**
             * Format: int64
             * @description Trips of this origin and destination.
             */
            population: number;
            /** @description The route in question. */
            this: components["schemas"]["Stop"][];
            /** @description The usual ones, most frequent first. */
            usual: components["schemas"]["UsualRoute"][];
            /** @description What is compared, in words. */
            what: string;
        };
        /** @description An assessment run. */
        Run: {
            /**
             * Format: date-time
             * @description Only what was received up to here was used.
             */
            as_of: string;
            /**
             * Format: int64
             * @description Consignments assessed.
             */
            assessed: number;
            /**
             * Format: int64
             * @description Its number.
             */
            run: number;
        };
        /** @description A saved filter. */
        SavedFilter: {
            /**
             * Format: int64
             * @description Cases that it shows now.
             */
            count: number;
            /** @description In the filter language. */
            filter: string;
            /** Format: int64 */
            id: number;
            mine: boolean;
            name: string;
            owner: components["schemas"]["Person"];
            /** @description Whether everybody sees it. */
            shared: boolean;
            /** @description Order of the rows. */
            sort: string;
            /** @description For `If-Match`. */
            version: string;
        };
        /**
         * @description How an axis is divided.
         * @enum {string}
         */
        Scale: "log" | "linear";
        /** @description What was found. */
        SearchAnswer: {
            check: components["schemas"]["NumberCheck"] | null;
            /** @description Hits, best first: among open cases and those listed or decided within three months. */
            hits: components["schemas"]["SearchHit"][];
            /** @description Older cases with exactly this number, latest first. */
            older: components["schemas"]["CaseRef"][];
            /**
             * Format: int64
             * @description How many of those there are.
             */
            older_count: number;
            /** @description Whether older cases were looked through; right after a start they are not read yet. */
            older_searched: boolean;
            /** @description As it was understood. */
            query: string;
        };
        /** @description A consignment behind a hit. */
        SearchConsignment: {
            /** @description What is declared. */
            goods: string;
            /** @description Its id. */
            id: string;
            /**
             * @description Its lane, where it is listed.
             * @enum {string|null}
             */
            lane: "red" | "yellow" | "blue" | "green" | null;
            /**
             * Format: double
             * @description Its score.
             */
            score: number;
        };
        /** @description One hit. */
        SearchHit: {
            /** @description The riskiest consignments it belongs to. */
            consignments: components["schemas"]["SearchConsignment"][];
            /** @description The container, where its trips can be shown. */
            container: string | null;
            /**
             * Format: int64
             * @description How many it belongs to.
             */
            count: number;
            /**
             * Format: int32
             * @description Typing errors between what was typed and this; 0 is exact, or begins so.
             */
            distance: number;
            /** @description Filter of the queue that shows them all. */
            filter: string;
            /** @description What was found. */
            kind: components["schemas"]["SearchKind"];
            /** @description The same with what helps to tell it apart. */
            label: string;
            /** @description The number or name itself. */
            value: string;
        };
        /**
         * @description What was found.
         * @enum {string}
         */
        SearchKind: "consignment" | "container" | "transport_document" | "declaration" | "vessel" | "seal" | "party" | "hs_code";
        /** @description A piece of a message. */
        Segment: {
            /** @description Which of the diagnostics it is about. */
            diagnostic: number | null;
            text: string;
        };
        /** @description How many of one sender were refused. */
        SenderCount: {
            /** Format: int64 */
            count: number;
            /** @description Empty where it is not known. */
            sender: string;
        };
        /** @description Counts of one sender. Read = accepted + duplicate + quarantined. */
        SenderCounts: {
            /**
             * Format: int64
             * @description That became records.
             */
            accepted: number;
            /**
             * Format: int64
             * @description Known already.
             */
            duplicate: number;
            /**
             * Format: int64
             * @description Files.
             */
            files: number;
            /**
             * Format: date-time
             * @description When the last file came.
             */
            last_received: string;
            /**
             * Format: int64
             * @description Refused.
             */
            quarantined: number;
            /**
             * Format: int64
             * @description Messages in them.
             */
            read: number;
            /** @description Who. */
            sender: string;
        };
        /** @description What a sender sent. */
        SenderFigures: {
            /**
             * Format: int64
             * @description Accepted.
             */
            accepted: number;
            /**
             * Format: int64
             * @description Known already.
             */
            duplicate: number;
            /**
             * Format: date-time
             * @description When the last file came.
             */
            last_received: string | null;
            /** @description Path of the console with what was refused. */
            link: string;
            /**
             * Format: int64
             * @description Messages in all.
             */
            messages: number;
            /**
             * Format: int64
             * @description Refused.
             */
            quarantined: number;
            /**
             * Format: double
             * @description Refused divided by all.
             */
            refused_share: number;
            /** @description Who; the format where no sender is known. */
            sender: string;
        };
        /** @description Messages of one format, or of one day. */
        SenderPart: {
            /**
             * Format: int64
             * @description Messages that became records.
             */
            accepted: number;
            /**
             * Format: int64
             * @description Known already.
             */
            duplicate: number;
            /**
             * Format: int64
             * @description Files.
             */
            files: number;
            /** @description The format, or the day. */
            of: string;
            /**
             * Format: int64
             * @description Refused.
             */
            quarantined: number;
        };
        /** @description What was refused for one reason. */
        SenderRefusal: {
            /** @description The code of a diagnostic, or a stable word for what was refused at the door. */
            code: string;
            /**
             * Format: int64
             * @description How many.
             */
            count: number;
        };
        /** @description Everything about one sender. */
        SenderView: {
            /** @description How complete they are. */
            complete: components["schemas"]["Completeness"][];
            /** @description What it sent since the beginning. */
            counts: components["schemas"]["SenderCounts"];
            /** @description By day (UTC), the last 30 days with files. */
            days: components["schemas"]["SenderPart"][];
            /** @description By format, since the beginning. */
            formats: components["schemas"]["SenderPart"][];
            /** @description How late its status messages came. */
            late: components["schemas"]["Lateness"];
            /**
             * Format: int64
             * @description Latest status messages that lateness and completeness are of.
             */
            looked_at: number;
            /**
             * Format: date-time
             * @description When the earliest of them was received.
             */
            looked_at_from: string | null;
            /** @description Messages in quarantine ever, by the code of their first error. */
            quarantined: components["schemas"]["SenderRefusal"][];
            /**
             * @description Requests and files refused before anything was kept, in the last 30 days: `messages_a_minute`, `bytes_a_day`,
             *     `bytes_a_request`, `signature`, `unreadable`.
             */
            refused: components["schemas"]["SenderRefusal"][];
            /** @description There are more than were looked at. */
            truncated: boolean;
        };
        /** @description Who is signed in, and what that person may do. */
        Session: {
            /** @description Whether the data are those of a demo. */
            demo: boolean;
            /**
             * Format: date-time
             * @description When the session ends at the latest.
             */
            expires_at: string | null;
            /**
             * Format: int64
             * @description After how many seconds without a request it ends.
             */
            idle_seconds: number | null;
            mode: components["schemas"]["Mode"];
            /**
             * Format: date-time
             * @description The server's clock.
             */
            now: string;
            permissions: components["schemas"]["Permission"][];
            person: components["schemas"]["Person"];
            preferences: components["schemas"]["Preferences"];
            role: components["schemas"]["Role"];
            /** @description Version of the server. */
            version: string;
            /**
             * Format: date-time
             * @description The time at which the data stand, as in the demo.
             */
            world_time: string | null;
        };
        /** @description The settings and where they come from. */
        SettingsDocument: {
            /** @description Whether taking these over begins a new assessment: scores, lists or deadlines depend on what differs. */
            assesses: boolean;
            /** @description Whether they can be changed here; a file in the data folder wins and is changed there. */
            editable: boolean;
            /** @description The whole TOML with every default. */
            effective: string;
            /** @description `defaults`, `database` or `file`. */
            from: components["schemas"]["SettingsSource"];
            /**
             * @description Whether what is kept differs from what the server runs with, as after a change of the file: it must be started
             *     again.
             */
            restart_needed: boolean;
            /** @description TOML as it was written; empty for the defaults. */
            text: string;
            /** @description For `If-Match`. */
            version: string;
        };
        /**
         * @description Where the settings that apply come from.
         * @enum {string}
         */
        SettingsSource: "defaults" | "database" | "file";
        /** @description Settings to keep. */
        SettingsText: {
            /** @description TOML; what it leaves out keeps its default. */
            text: string;
        };
        /** @description Who wants in. */
        SignIn: {
            login: string;
            password: string;
        };
        /** @description What a visitor must know to sign in. */
        SignInOptions: {
            mode: components["schemas"]["Mode"];
            openid_connect: components["schemas"]["OpenIdConnect"] | null;
            /** @description Version of the server. */
            version: string;
        };
        /** @description Bytes within a file or a message. */
        Span: {
            /**
             * Format: int64
             * @description How many.
             */
            len: number;
            /**
             * Format: int64
             * @description Offset of the first.
             */
            start: number;
        };
        /** @description One stop of a route. */
        Stop: {
            /** @description Port area, or the declared text where it is no known place. */
            area: string;
            /** @description Country, ISO 3166-1 alpha-2; empty when unknown. */
            country: string;
            /**
             * Format: double
             * @description Latitude, decimal degrees.
             */
            lat: number | null;
            /**
             * Format: double
             * @description Longitude, decimal degrees.
             */
            lon: number | null;
            /** @description Name, the code where nobody knows one. */
            name: string;
            /** @description Why it stands here. */
            role: components["schemas"]["StopRole"];
        };
        /**
         * @description Why a place stands on a route.
         * @enum {string}
         */
        StopRole: "load" | "transhipment" | "discharge" | "declared";
        /** @description A subscription, without its secret. */
        Subscription: {
            /** @description Path of the callback on this server. */
            callback: string;
            /** @description What the carrier calls it; where set, notifications must name it as `Subscription-ID`. */
            carrier_id: string | null;
            /**
             * Format: date-time
             * @description When it was made.
             */
            created: string;
            /** @description Its id here. */
            id: string;
            /** @description What it is for. */
            name: string;
            /**
             * Format: date-time
             * @description When its secret was changed last.
             */
            rotated: string | null;
            /** @description Who sends by it. */
            sender: string;
        };
        /** @description A subscription to make or change. */
        SubscriptionTerms: {
            /** @description What the carrier calls it, once that is known; notifications must then name it as `Subscription-ID`. */
            carrier_id?: string | null;
            name: string;
            /** @description In whose name it sends. */
            sender: string;
        };
        /** @description A character that is probably wrong. */
        Suspect: {
            /** @description What stands there; two characters where they are swapped. */
            is: string;
            /** @description Whether the repaired number is known here. */
            known: boolean;
            /**
             * Format: int32
             * @description Place of the character, from 1.
             */
            position: number;
            /** @description What should. */
            should_be: string;
        };
        /** @description From which cases to take the next. */
        TakeNext: {
            /** @description A consignment that is passed over. */
            after?: string | null;
            /** @description In the filter language; all cases without. */
            filter?: string | null;
        };
        /**
         * @description Colours of the console.
         * @enum {string}
         */
        Theme: "system" | "light" | "dark";
        /** @description One stop of the sea part. */
        TripCall: {
            /** @description Port area. */
            area: string;
            /**
             * Format: date-time
             * @description Discharged here; of a load, in through the gate.
             */
            arrived: string | null;
            /** @description Its country. */
            country: string;
            /**
             * Format: date-time
             * @description Loaded here; of a discharge, out through the gate.
             */
            departed: string | null;
            /** @description IMO number of the vessel it was discharged from. */
            discharged_from: string | null;
            /**
             * Format: double
             * @description How long it stayed, or has stayed so far.
             */
            dwell_hours: number | null;
            /** @description True when neither load nor discharge was reported here. */
            inferred: boolean;
            /**
             * Format: double
             * @description Latitude, decimal degrees.
             */
            lat: number | null;
            /** @description IMO number of the vessel it was loaded on. */
            loaded_on: string | null;
            /**
             * Format: double
             * @description Longitude, decimal degrees.
             */
            lon: number | null;
            /** @description Its name. */
            name: string;
            /** @description Why it was there. */
            role: components["schemas"]["StopRole"];
            usual_dwell: components["schemas"]["UsualDwell"] | null;
        };
        /** @description A case that a trip carried. */
        TripCase: {
            /** @description What is declared. */
            goods: string;
            /** @description Consignment. */
            id: string;
            /**
             * @description Its lane, where it is listed.
             * @enum {string|null}
             */
            lane: "red" | "yellow" | "blue" | "green" | null;
            /**
             * Format: double
             * @description Its score.
             */
            score: number;
        };
        /** @description All reports of one event, made one. */
        TripEvent: {
            /** @description Port area of that place. */
            area: string;
            /** @description Its name. */
            area_name: string;
            /** @description What to make of it: a forecast is no doubted report. */
            belief: components["schemas"]["Belief"];
            /** @description Whether the trip is built on it. */
            believed: boolean;
            /**
             * @description `ACT`, `EST`, `PLN`, `REQ`.
             * @enum {string}
             */
            classifier: "ACT" | "EST" | "PLN";
            /** @description Why not, in words; empty when believed. */
            doubt: string;
            /** @description Event code. */
            event: string;
            /** @description The event in words. */
            event_text: string;
            /**
             * @description `laden`, `empty`, or `null` when nobody said.
             * @enum {string|null}
             */
            full_empty: "laden" | "empty" | null;
            /**
             * Format: double
             * @description Gross mass in kilograms.
             */
            gross_mass_kg: number | null;
            /**
             * Format: double
             * @description Latitude, decimal degrees.
             */
            lat: number | null;
            /** @description Place as most reports have it. */
            location: string;
            /**
             * Format: double
             * @description Longitude, decimal degrees.
             */
            lon: number | null;
            /** @description The messages. */
            messages: components["schemas"]["MessageRef"][];
            /** @description Codes of the reasons that stand on it. */
            reasons: string[];
            /** @description What was put right before it was read, in words; empty when nothing was. */
            repair: string;
            /**
             * Format: int32
             * @description How many messages report it.
             */
            reports: number;
            /** @description Seal. */
            seal: string | null;
            /** @description Who reports it. */
            sources: string[];
            /**
             * Format: date-time
             * @description Consensus time.
             */
            time: string;
            /** @description IMO number of the vessel. */
            vessel_imo: string | null;
        };
        /** @description The way from one call to the next. */
        TripLeg: {
            /**
             * Format: date-time
             * @description When it came.
             */
            arrived: string | null;
            /**
             * Format: date-time
             * @description When it left.
             */
            departed: string | null;
            /** @description Area it left. */
            from: string;
            /**
             * Format: double
             * @description How long it took.
             */
            hours: number | null;
            /** @description Area it came to. */
            to: string;
            usual: components["schemas"]["UsualDwell"] | null;
            /** @description IMO number of the vessel. */
            vessel_imo: string | null;
        };
        /** @description The part of a trip that a reason is about. */
        TripPart: {
            /** @description Port areas to highlight. */
            areas: string[];
            /** @description Container number. */
            container: string;
            /**
             * Format: date-time
             * @description From when.
             */
            from: string | null;
            /**
             * Format: date-time
             * @description Until when.
             */
            to: string | null;
        };
        /** @description Who reported a trip. */
        TripSource: {
            /**
             * Format: int64
             * @description Events that it reported and that are believed.
             */
            believed: number;
            /**
             * Format: int64
             * @description Events that it reported to have happened and that are not believed.
             */
            doubted: number;
            /**
             * Format: int64
             * @description Events that it foresaw.
             */
            foreseen: number;
            /** @description The name it goes by. */
            source: string;
        };
        /** @description A stay among the stays of its place and role. */
        TripStay: {
            /** @description Place of the call among the trip's calls, from 0. */
            call: number;
            /** @description This stay and the others. */
            distribution: components["schemas"]["Distribution"];
            /** @description Whether the stay lasts. */
            ongoing: boolean;
            /** @description `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle`. */
            role: string;
            /** @description What is measured, in words. */
            role_text: string;
        };
        /** @description One journey of one box. */
        TripView: {
            /** @description The sea part in order. */
            calls: components["schemas"]["TripCall"][];
            /** @description Carrier as most events have it. */
            carrier: string | null;
            /**
             * Format: double
             * @description How sure the trip is, 0 to 1.
             */
            confidence: number;
            /** @description Container number. */
            container: string;
            /**
             * Format: date-time
             * @description Last believed event.
             */
            end: string;
            /** @description Believed and doubted events in order of time. */
            events: components["schemas"]["TripEvent"][];
            /**
             * Format: double
             * @description Longest time between two believed events.
             */
            longest_silence_hours: number;
            /**
             * Format: int32
             * @description Counts from 1 within the container number.
             */
            sequence: number;
            /**
             * Format: date-time
             * @description First believed event.
             */
            start: string;
            /**
             * @description `open`, `closed`, `uncertain`.
             * @enum {string}
             */
            status: "open" | "closed" | "uncertain";
            /** @description Longitude and latitude along the sea routes between the calls. */
            track: [
                number,
                number
            ][];
            /** @description IMO numbers of the vessels, in order. */
            vessels: string[];
        };
        /** @description How long boxes usually stay. */
        UsualDwell: {
            /**
             * Format: double
             * @description Nine of ten stay shorter.
             */
            high_hours: number;
            /**
             * Format: double
             * @description Half stay shorter.
             */
            median_hours: number;
            /**
             * Format: int64
             * @description Of how many stays.
             */
            population: number;
        };
        /** @description A route that others took. */
        UsualRoute: {
            /**
             * Format: int64
             * @description Trips that went so.
             */
            count: number;
            /** @description Whether this trip went so. */
            same: boolean;
            /**
             * Format: double
             * @description Their share of the population, 0 to 1.
             */
            share: number;
            /** @description Its stops. */
            stops: components["schemas"]["Stop"][];
            /** @description Longitude and latitude along the sea routes between the stops. */
            track: number[][];
        };
        /**
         * @description What a distribution's numbers measure.
         * @enum {string}
         */
        ValueUnit: "amount_per_kg" | "hours" | "kg" | "share" | "count";
        /** @description Whether the audit trail is as it was written. */
        Verification: {
            broken: components["schemas"]["BrokenRecord"] | null;
            /** @description Hash of the last sound record: note it elsewhere, and the chain cannot be written anew unnoticed. */
            head: string;
            ok: boolean;
            /**
             * Format: int64
             * @description Sound records from the start of the chain.
             */
            records: number;
        };
        /** @description A reason of a trip in short. */
        VisitReason: {
            /** @description Indicator code. */
            code: string;
            /** @description Its short name. */
            title: string;
        };
        /** @description Which calls stand behind a figure: every field narrows them down. */
        VisitRows: {
            /** @description Only where a report is doubted. */
            doubted?: boolean;
            /** @description Only trips with a strong reason. */
            flagged?: boolean;
            /** @description Port area where the trip was first loaded. */
            from?: string | null;
            /**
             * Format: double
             * @description Stays of fewer hours.
             */
            max_hours?: number | null;
            /**
             * Format: double
             * @description Stays of at least so many hours.
             */
            min_hours?: number | null;
            /** @description `load`, `transhipment`, `discharge`. */
            role?: string | null;
            /** @description What the stay was for. */
            stay?: string | null;
            /** @description Only boxes that are there now. */
            there?: boolean;
            /** @description Port area where it was last discharged. */
            to?: string | null;
            /**
             * Format: int32
             * @description 0 is this week, 1 the week before.
             */
            week?: number | null;
        };
        /** @description Outcomes to take back. */
        Withdraw: {
            /** @description Their numbers, at most 200. */
            ids: number[];
        };
        /** @description What became of each. */
        WithdrawAnswer: {
            items: components["schemas"]["WithdrawItem"][];
        };
        /** @description What became of one outcome. */
        WithdrawItem: {
            /** Format: int64 */
            id: number;
            problem: components["schemas"]["Problem"] | null;
            withdrawn: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_Account"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountToMake"];
            };
        };
        responses: {
            /** @description Make an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_accounts_login: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                login: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountEdit"];
            };
        };
        responses: {
            /** @description Change an account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_accounts_login_password: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                login: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordToSet"];
            };
        };
        responses: {
            /** @description Set somebody's password */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every API key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_ApiKey"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_api_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyToMake"];
            };
        };
        responses: {
            /** @description Make an API key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_api_keys_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an API key */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_areas_code: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What passes a port area */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_areas_code_visits: {
        parameters: {
            query?: {
                /** @description `load`, `transhipment`, `discharge`. */
                role?: "load" | "transhipment" | "discharge";
                /** @description Port area where the trip was first loaded. */
                from?: string;
                /** @description Port area where it was last discharged. */
                to?: string;
                /** @description 0 is this week, 1 the week before, up to 8. */
                week?: number;
                /** @description `true`: only boxes that are there now. */
                there?: boolean;
                /** @description `true`: only trips with a strong reason. */
                flagged?: boolean;
                /** @description `true`: only where a report is doubted. */
                doubted?: boolean;
                /** @description What the stay was for: `origin`, `origin_cycle`, `transhipment`, `destination`, `destination_cycle`. */
                stay?: "origin" | "origin_cycle" | "transhipment" | "destination" | "destination_cycle";
                /** @description Stays of at least so many hours. */
                min_hours?: number;
                /** @description Stays of fewer hours. */
                max_hours?: number;
                /** @description Rows on the page, 1 to 200. */
                limit?: number;
                /** @description What the page before gave as `next`. */
                after?: string;
            };
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The calls at a port area, the latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AreaVisit"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assessments: {
        parameters: {
            query?: {
                /** @description What the page before gave as `next`. */
                after?: number;
                /** @description Items on the page, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Assessment runs, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_Run"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_assessments: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Assess"];
            };
        };
        responses: {
            /** @description Assess what is open */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_assessments_state: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How assessing goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessStateView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit: {
        parameters: {
            query?: {
                /** @description By this login. */
                actor?: string;
                /** @description This action; every one that begins so when it ends in a dot. */
                action?: string;
                /** @description Of this object. */
                object?: string;
                /** @description Not before this time. */
                from?: string;
                /** @description Before this time. */
                to?: string;
                /** @description What the page before gave as `next`. */
                after?: number;
                /** @description Records on the page, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit trail, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditRecord"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit_verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Walk the whole audit trail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_callbacks_dcsa_subscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a callback is there */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_callbacks_dcsa_subscription: {
        parameters: {
            query?: never;
            header: {
                "Notification-Signature": string;
                "Subscription-ID"?: string | null;
            };
            path: {
                subscription: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": number[];
            };
        };
        responses: {
            /** @description Kept */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consignments_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A consignment and its assessment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsignmentAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consignments_id_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes of one case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consignments_id_evidence: {
        parameters: {
            query?: {
                /** @description Only what was received up to this time (RFC 3339); the current assessment without. */
                as_of?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything an assessment stands on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_consignments_id_history: {
        parameters: {
            query?: {
                /** @description What the page before gave as `next`. */
                after?: number;
                /** @description Items on the page, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who looked at a case, took it and decided it, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_AuditRecord"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_consignments_id_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a case, or keep it longer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lock"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_consignments_id_lock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Give a case back */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_consignments_id_outcomes: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NewOutcome"];
            };
        };
        responses: {
            /** @description Record what an inspection found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_containers_number_trips: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The trips of a container, judged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerTrips"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_evaluation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How good the ranking is on the loaded world */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_evaluation: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Evaluate"];
            };
        };
        responses: {
            /** @description Evaluate the ranking on the loaded world */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Begun"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_files: {
        parameters: {
            query?: {
                /** @description What the page before gave as `next`. */
                after?: number;
                /** @description Receipts on the page, 1 to 200. */
                limit?: number;
                /** @description Only of this sender. */
                sender?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Receipts of files, latest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_FileReceipt"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_filters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Saved filters: one's own and the shared ones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_SavedFilter"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_filters: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterToSave"];
            };
        };
        responses: {
            /** @description Save a filter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilter"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_filters_id: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FilterToSave"];
            };
        };
        responses: {
            /** @description Change a saved filter */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedFilter"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_filters_id: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a saved filter */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the server is well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something is not well */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_map: {
        parameters: {
            query?: {
                /** @description In the filter language; all cases without. */
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Consignments and their calls */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_map_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the administration wants its map */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_messages: {
        parameters: {
            query?: {
                /** @description Name of the file on its receipt. */
                name?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
                "Content-Encoding"?: "gzip" | "zstd" | "identity";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Send one file of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileReceipt"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_messages_bulk: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Bulk"];
            };
        };
        responses: {
            /** @description Send many files of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_messages_file_start_len: {
        parameters: {
            query?: {
                /** @description `1` for the bytes themselves. */
                raw?: number;
            };
            header?: never;
            path: {
                file: number;
                start: number;
                len: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes of a message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageText"];
                    "application/octet-stream": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_outcomes: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkOutcome"];
            };
        };
        responses: {
            /** @description Record one finding for many consignments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOutcomeAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_outcomes_withdraw: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Withdraw"];
            };
        };
        responses: {
            /** @description Take outcomes back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the work goes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quarantine: {
        parameters: {
            query?: {
                /** @description `open` (if not given), `replayed`, `discarded` or `all`. */
                state?: "open" | "replayed" | "discarded" | "all";
                /** @description Only those refused with this code. */
                code?: string;
                /** @description Only of this sender. */
                sender?: string;
                /** @description What the page before gave as `next`. */
                after?: number;
                /** @description Messages on the page, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages in quarantine, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quarantine_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReplayMany"];
            };
        };
        responses: {
            /** @description Read many messages again, as they were sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedMany"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_quarantine_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One message with its content */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineMessage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quarantine_id_discard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Discard"];
            };
        };
        responses: {
            /** @description Decide that nothing is to come of a message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineItem"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_quarantine_id_replay: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Corrected"];
            };
        };
        responses: {
            /** @description Read a message again, as sent or as corrected */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Replayed"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_queue: {
        parameters: {
            query?: {
                /** @description In the filter language; all cases without. */
                filter?: string;
                /** @description `risk`, `urgency`, `arrival`, `value`, `at_stake`, `office`, `consignee`, or one of them behind `-`. */
                sort?: string;
                /** @description Rows on the page, 1 to 200. */
                limit?: number;
                /** @description What the page before gave as `next`. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueuePage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_queue_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Changes of the queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_queue_filter_keys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys of the filter language */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_FilterKey"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_queue_take_next: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key gives the same case again */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TakeNext"];
            };
        };
        responses: {
            /** @description Take the most urgent free case */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueRow"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reference_countries: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Countries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_CountryView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reference_findings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What an inspection can find */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_Choice"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reference_hs_codes: {
        parameters: {
            query?: {
                /** @description The beginning of a code, or a part of a name; everything without. */
                q?: string;
                /** @description Most items, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description HS codes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_HsCodeView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reference_indicators: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Indicators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_IndicatorView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_reference_places: {
        parameters: {
            query?: {
                /** @description The beginning of a code, or a part of a name; everything without. */
                q?: string;
                /** @description Most items, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Places */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_PlaceView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_search: {
        parameters: {
            query: {
                /** @description A number or a name, also half-typed or mistyped. */
                q: string;
                /** @description Most hits, 1 to 200. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search by any number or name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_senders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every sender */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_SenderCounts"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_senders_sender: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sender: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One sender */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Sign in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Sign out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session_openid_connect: {
        parameters: {
            query?: {
                /** @description Path of the console to go to afterwards */
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the provider */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session_openid_connect_callback: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                iss?: string;
                error?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the console */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_session_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Change one's own password */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_session_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description Change what one prefers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_settings: {
        parameters: {
            query?: never;
            header: {
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsText"];
            };
        };
        responses: {
            /** @description Change the settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_settings_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingsText"];
            };
        };
        responses: {
            /** @description What a change would come to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsDocument"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sign_in_options: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How to sign in here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInOptions"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_Subscription"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionTerms"];
            };
        };
        responses: {
            /** @description Make a subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeSubscription"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_subscriptions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionTerms"];
            };
        };
        responses: {
            /** @description Change a subscription */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_subscriptions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a subscription */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_subscriptions_id_secret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Change a subscription's secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeSubscription"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_trips_container: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                container: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every trip of a container */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["All_TripView"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
