"""Where the domains meet: plan, messages, enforcement, mass rescue, operation."""
