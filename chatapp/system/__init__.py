"""What both programs ask of the computer that they are on."""
