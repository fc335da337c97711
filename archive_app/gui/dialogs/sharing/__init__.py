"""Papers laid beside each other, and handed on."""
